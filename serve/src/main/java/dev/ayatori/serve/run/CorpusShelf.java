package dev.ayatori.serve.run;

import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.Removal;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The corpus of a run, for looking at. */
public interface CorpusShelf {

    /** The content of {@code stats.json}. */
    JsonNode statistics();

    /** The first few removed documents of every rule, rules in alphabetical order. */
    List<Removal> removedSamples();

    /** A document that was kept. */
    Optional<Document> find(String id);
}
