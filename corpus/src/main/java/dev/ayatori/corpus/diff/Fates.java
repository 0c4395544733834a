package dev.ayatori.corpus.diff;

import dev.ayatori.corpus.Corpus;
import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.Removal;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All documents of a corpus in the order of their ids, kept ones as removals without a rule; one of each in memory. */
final class Fates implements AutoCloseable {
    private final Stream<Document> documents;
    private final Stream<Removal> removals;
    private final Iterator<Document> kept;
    private final Iterator<Removal> removed;
    private @Nullable Removal nextKept;
    private @Nullable Removal nextRemoved;

    Fates(Corpus corpus) {
        this.documents = corpus.documents();
        this.removals = corpus.removed();
        this.kept = documents.iterator();
        this.removed = removals.iterator();
        advanceKept();
        advanceRemoved();
    }

    private void advanceKept() {
        nextKept = kept.hasNext() ? new Removal(kept.next(), "", "", "", "") : null;
    }

    private void advanceRemoved() {
        nextRemoved = removed.hasNext() ? removed.next() : null;
    }

    boolean hasNext() {
        return nextKept != null || nextRemoved != null;
    }

    /** The id of the next document; behind all others at the end. */
    String id() {
        return hasNext() ? peek().document().id() : "\uffff";
    }

    private Removal peek() {
        Removal left = nextKept;
        Removal right = nextRemoved;
        if (left == null && right == null) {
            throw new NoSuchElementException("the corpus has no more documents");
        } else if (right == null
                || (left != null
                        && left.document().id().compareTo(right.document().id()) <= 0)) {
            return Objects.requireNonNull(left);
        }
        return right;
    }

    Removal next() {
        Removal next = peek();
        if (next == nextKept) {
            advanceKept();
        } else {
            advanceRemoved();
        }
        return next;
    }

    @Override
    public void close() {
        documents.close();
        removals.close();
    }
}
