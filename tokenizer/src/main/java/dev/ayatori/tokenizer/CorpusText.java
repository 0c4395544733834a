package dev.ayatori.tokenizer;

import dev.ayatori.corpus.Corpus;
import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.Split;
import dev.ayatori.tokenizer.TokenizerSettings.LanguageShare;
import dev.ayatori.tokenizer.train.learn.TextSource;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The training documents of a corpus, of each language as many as its sample may hold. */
record CorpusText(Corpus corpus, TokenizerSettings settings) implements TextSource {
    private static final long MEGABYTE = 1_000_000;

    @Override
    public void read(Sink sink) throws InterruptedException {
        Map<String, Double> shares = shares();
        Map<String, Long> bytes = new TreeMap<>();
        try (Stream<Document> documents = corpus.documents(Split.TRAIN)) {
            for (Document document : (Iterable<Document>) documents::iterator) {
                long before = bytes.getOrDefault(document.language(), 0L);
                if (shares.containsKey(document.language()) && before < settings.sampleMegabytes() * MEGABYTE) {
                    sink.text(document.language(), document.text(), 1);
                    bytes.put(document.language(), before + document.text().getBytes(StandardCharsets.UTF_8).length);
                }
            }
        }
    }

    @Override
    public Map<String, Double> shares() {
        return settings.languages().stream().collect(Collectors.toMap(LanguageShare::language, LanguageShare::share));
    }

    @Override
    public int sources() {
        return settings.languages().size();
    }
}
