package dev.ayatori.track;

/**
 * How an artifact came about: written down for people, never hashed.
 *
 * @param started when, in ISO-8601
 * @param seconds how long the stage ran; of a resumed stage, its last part
 * @param machine operating system, processors and JDK
 * @param toolVersion the version of Ayatori
 */
public record Recorded(String started, double seconds, String machine, String toolVersion) {}
