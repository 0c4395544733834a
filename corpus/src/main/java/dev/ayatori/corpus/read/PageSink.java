package dev.ayatori.corpus.read;

/** Takes what a {@link SourceReader} finds, in its order, from one thread. */
public interface PageSink {
    void page(RawPage page);

    void quarantined(Quarantined page);
}
