package dev.ayatori.track;

/** An artifact that another was made from, pinned by its content hash. */
public record Input(String name, String contentHash) {}
