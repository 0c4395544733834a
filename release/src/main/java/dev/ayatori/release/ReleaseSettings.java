package dev.ayatori.release;

import java.util.List;

/**
 * What the card says that the run cannot know.
 *
 * @param name the model's name
 * @param summary one or two sentences on what the model is for
 * @param licence the licence of the weights, an identifier that model hubs know, such as apache-2.0
 * @param languages codes of the natural languages the model was made for
 */
public record ReleaseSettings(String name, String summary, String licence, List<String> languages) {
    /** Checks that nothing is blank. */
    public ReleaseSettings {
        requireText("name", name);
        requireText("summary", summary);
        requireText("licence", licence);
        languages = List.copyOf(languages);
        languages.forEach(language -> requireText("languages", language));
    }

    /** A small Japanese and English model under Apache-2.0. */
    public static ReleaseSettings defaults() {
        return new ReleaseSettings(
                "ayatori",
                "A small language model on Java programming, in Japanese and English, every step of which can be"
                        + " repeated and traced.",
                "apache-2.0",
                List.of("ja", "en"));
    }

    private static void requireText(String component, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(component + " must not be blank, but is \"" + value + "\"");
        }
    }
}
