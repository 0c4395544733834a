package dev.ayatori.corpus.filter.view;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.SortedMap;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A text and what is known about its page, each part of it counted once, when the first filter asks.
 *
 * <p>Not safe for several threads.
 */
public final class TextView {
    private final String text;
    private final About about;
    private @Nullable LetterCounts letters;
    private @Nullable LineCounts lines;
    private @Nullable Sentences sentences;
    private @Nullable Words spaced;
    private @Nullable Words runs;
    private @Nullable Words visible;
    private @Nullable Words all;
    private char @Nullable [] signs;
    private byte @Nullable [] utf8;
    private @Nullable Double perplexity;

    /**
     * What is known beside the text.
     *
     * @param uri web address, or place of the page
     * @param licence SPDX identifier
     * @param metadata what source and page say
     */
    public record About(String uri, String licence, SortedMap<String, String> metadata) {
        /** Nothing known. */
        public static final About NOTHING = new About("", "", Collections.emptySortedMap());

        /** One piece of metadata, or the empty string. */
        public String metadata(String name) {
            return metadata.getOrDefault(name, "");
        }
    }

    private TextView(String text, About about) {
        this.text = text;
        this.about = about;
    }

    /** A text of which nothing else is known. */
    public static TextView of(String text) {
        return of(text, About.NOTHING);
    }

    /** A text and what is known about it. */
    public static TextView of(String text, About about) {
        return new TextView(text, about);
    }

    /** The text as it is. */
    public String text() {
        return text;
    }

    public About about() {
        return about;
    }

    /** The text as UTF-16; not to be written to. */
    public char[] signs() {
        signs = computed(signs, text::toCharArray);
        return signs;
    }

    /** The text as bytes. */
    public byte[] utf8() {
        utf8 = computed(utf8, () -> text.getBytes(StandardCharsets.UTF_8));
        return utf8;
    }

    /** Its characters by kind. */
    public LetterCounts letters() {
        letters = computed(letters, () -> LetterCounts.of(text));
        return letters;
    }

    /** Its lines and paragraphs. */
    public LineCounts lines() {
        lines = computed(lines, () -> LineCounts.of(text));
        return lines;
    }

    /** Its sentences as Japanese marks them. */
    public Sentences sentences() {
        sentences = computed(sentences, () -> Sentences.of(lines().filled()));
        return sentences;
    }

    /** Words as languages with spaces write them. */
    public Words words() {
        spaced = computed(spaced, () -> Words.bySpaces(text));
        return spaced;
    }

    /** Words of Japanese as runs of one script, for want of a dictionary; punctuation marks are words. */
    public Words scriptRuns() {
        runs = computed(runs, () -> Words.byScripts(text));
        return runs;
    }

    /** Characters that are no white space, each as a word. */
    public Words characters() {
        visible = computed(visible, () -> Words.byCharacters(text, false));
        return visible;
    }

    /** Every character as a word. */
    public Words allCharacters() {
        all = computed(all, () -> Words.byCharacters(text, true));
        return all;
    }

    /** How well the model of its language foretells it, which is asked once. */
    public double perplexity(ToDoubleFunction<String> model) {
        perplexity = computed(perplexity, () -> model.applyAsDouble(text));
        return perplexity;
    }

    private static <T> T computed(@Nullable T known, Supplier<T> work) {
        return known == null ? work.get() : known;
    }
}
