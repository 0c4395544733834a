package dev.ayatori.track;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How an artifact came about: written down for people, never hashed.
 *
 * @param started when, in ISO-8601
 * @param seconds how long the stage ran; of a resumed stage, its last part
 * @param machine operating system, processors and JDK
 * @param toolVersion the version of Ayatori
 */
public record Recorded(String started, double seconds, String machine, String toolVersion) {
    static Recorded since(Instant start) {
        double seconds = Duration.between(start, Instant.now()).toMillis() / 1000.0;
        return new Recorded(start.truncatedTo(ChronoUnit.SECONDS).toString(), seconds, thisMachine(), runningVersion());
    }

    /** The version of the running Ayatori, "development" when it runs from class folders. */
    public static String runningVersion() {
        String version = Recorded.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    private static String thisMachine() {
        return "%s %s, %d processors, JDK %s"
                .formatted(
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version());
    }
}
