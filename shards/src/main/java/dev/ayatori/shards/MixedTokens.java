package dev.ayatori.shards;

import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.Tally;
import dev.ayatori.corpus.mix.Mix;
import dev.ayatori.corpus.mix.MixReport;
import dev.ayatori.corpus.mix.MixSettings;
import dev.ayatori.corpus.mix.Mixer;
import dev.ayatori.track.Json;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Training tokens on their way through a mix: encoded once into a file that is deleted in the end, then copied into the
 * folds that take them. Copies of a document stand far apart, each after the same copies of all others.
 */
final class MixedTokens implements Closeable {
    /** File that holds the {@link MixReport}. */
    static final String REPORT = "mix.json";

    private static final String DRAFT = "mix-draft";

    private final MixSettings settings;
    private final Path folder;
    private final Mixer mixer;
    private final TokenFileWriter draft;
    private final List<PlacedTokens.Entry> entries = new ArrayList<>();

    MixedTokens(Path folder, TokenType type, MixSettings settings) throws IOException {
        this.settings = settings;
        this.folder = folder;
        this.mixer = new Mixer(settings);
        this.draft = new TokenFileWriter(folder.resolve(DRAFT), type);
    }

    /** Adds a training document that would go to a file were there no folds. */
    void add(Document document, String file, int[] tokens) throws IOException {
        draft.write(tokens);
        entries.add(PlacedTokens.Entry.of(document, file));
        mixer.add(
                document,
                switch (settings.unit()) {
                    case TOKENS -> tokens.length;
                    case BYTES -> Math.toIntExact(Tally.bytesOf(document.text()));
                });
    }

    /** Writes every copy to its fold, and the account of the mix. */
    MixReport place(PlacedTokens placed) throws IOException {
        draft.close();
        Mix mix = mixer.mix();
        try (TokenFile tokens = TokenFile.open(folder.resolve(DRAFT))) {
            for (int copy = 1, left = 1; left > 0; copy++) {
                left = 0;
                for (int number = 0; number < entries.size(); number++) {
                    if (mix.copies(number) >= copy) {
                        placed.add(inFold(entries.get(number), mix.fold(number)), tokens.document(number));
                        left++;
                    }
                }
            }
        }
        Json.write(folder.resolve(REPORT), mix.report());
        return mix.report();
    }

    private PlacedTokens.Entry inFold(PlacedTokens.Entry entry, String fold) {
        if (settings.foldNames().size() == 1) {
            return entry;
        }
        String part = entry.file().substring(Shards.TRAIN.length());
        return new PlacedTokens.Entry(entry.id(), entry.split(), Shards.TRAIN + "-" + fold + part, entry.collection());
    }

    @Override
    public void close() throws IOException {
        draft.close();
        Files.delete(folder.resolve(DRAFT + ".bin"));
        Files.delete(folder.resolve(DRAFT + ".idx"));
    }
}
