package dev.ayatori.serve.run;

import dev.ayatori.search.Hit;
import dev.ayatori.search.TextHit;
import dev.ayatori.search.Trace;
import java.util.List;

/** What a text has in common with the corpus. */
public interface Overlap {

    /** How often the text stands in the corpus. */
    long count(String text);

    /** Exact occurrences. */
    List<Hit> find(String text, int limit);

    /** Documents that answer a query best. */
    List<TextHit> text(String query, int limit);

    /** The longest spans of an answer that stand in the corpus. */
    Trace trace(String answer);
}
