package dev.ayatori.track;

/** A progress nobody watches. */
record SilentProgress() implements Progress {
    @Override
    public void start(String what, long total, String unit) {}

    @Override
    public void advance(long by) {}

    @Override
    public void note(String line) {}

    @Override
    public void finish() {}
}
