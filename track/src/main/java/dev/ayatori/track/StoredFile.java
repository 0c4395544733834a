package dev.ayatori.track;

/**
 * A file of an artifact as it was when published; serves to find corruption.
 *
 * @param name path relative to the artifact's folder, with slashes
 * @param bytes its size
 * @param sha256 of its bytes, in hexadecimal
 */
public record StoredFile(String name, long bytes, String sha256) {}
