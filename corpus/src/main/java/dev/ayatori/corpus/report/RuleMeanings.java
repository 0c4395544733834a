package dev.ayatori.corpus.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** What rules look at, in a few words. */
final class RuleMeanings {
    private final Properties meanings = new Properties();

    RuleMeanings() {
        try (InputStream in = RuleMeanings.class.getResourceAsStream("rules.properties")) {
            if (in == null) {
                throw new IllegalStateException("rules.properties is not beside RuleMeanings");
            }
            meanings.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Such as {@code mean characters of a word}; empty where nothing is written down. */
    String of(String rule) {
        return meanings.getProperty(rule.replaceAll("-\\d+-(?=words|characters)", "-n-"), "");
    }
}
