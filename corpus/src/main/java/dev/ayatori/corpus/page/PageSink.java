package dev.ayatori.corpus.page;

/** Takes what a reader finds, in the order of the file, from one thread. */
public interface PageSink {
    void page(RawPage page);

    void quarantined(Quarantined page);
}
