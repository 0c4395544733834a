package dev.ayatori.shards;

import dev.ayatori.corpus.Corpus;
import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.Split;
import dev.ayatori.tokenizer.Tokenizer;
import dev.ayatori.tokenizer.Tokenizers;
import dev.ayatori.track.Stage;
import dev.ayatori.track.StageContext;
import dev.ayatori.track.StageResult;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** The stage that turns the corpus into tokens: each document's, ended by {@code </s>}, in the order of the ids. */
public final class WriteShards implements Stage {
    private final ShardsSettings settings;

    public WriteShards(ShardsSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "shards";
    }

    @Override
    public int revision() {
        return 4;
    }

    @Override
    public ShardsSettings settings() {
        return settings;
    }

    @Override
    public List<String> inputs() {
        return List.of("corpus", "tokenizer");
    }

    @Override
    public StageResult run(StageContext context) throws IOException, InterruptedException {
        StageResult written = write(context);
        if (settings.packedTokens() > 0) {
            pack(context);
        }
        return written;
    }

    private StageResult write(StageContext context) throws IOException, InterruptedException {
        Tokenizer tokenizer = Tokenizers.of(context.input("tokenizer"));
        TokenType type = settings.typeFor(tokenizer.vocabularySize());
        context.progress().start("encoding", 0, "documents");
        try (PlacedTokens placed = new PlacedTokens(context.folder(), type, settings);
                MixedTokens mixed = new MixedTokens(context.folder(), type, settings.mix());
                ParallelEncoder encoder =
                        new ParallelEncoder(tokenizer, context.resources().threads());
                Stream<Document> documents =
                        Corpus.open(context.input("corpus")).documents()) {
            encoder.encode(documents, (document, tokens) -> {
                if (settings.mix().mixes() && document.split() == Split.TRAIN) {
                    mixed.add(document, settings.fileOf(document), tokens);
                } else {
                    placed.add(PlacedTokens.Entry.of(document, settings.fileOf(document)), tokens);
                }
                context.progress().advance(1);
            });
            context.progress().finish();
            if (settings.mix().mixes()) {
                context.progress().note(mixed.place(placed).text());
            }
            return placed.finish();
        }
    }

    /** The plans follow from what is hashed already: the tokens and the settings. */
    private void pack(StageContext context) {
        try (Shards shards = Shards.open(context.folder())) {
            shards.train().forEach((name, file) -> {
                PackingPlan plan = PackingPlan.of(file, settings.packedTokens());
                plan.write(context.folder().resolve(name + Shards.PACKING));
                context.progress()
                        .note("%s: %,d packed sequences of %,d tokens, %.2f %% full"
                                .formatted(
                                        name,
                                        plan.sequences(),
                                        plan.capacity(),
                                        100.0 * file.tokens() / ((double) plan.sequences() * plan.capacity())));
            });
        }
    }
}
