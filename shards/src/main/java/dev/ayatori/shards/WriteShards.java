package dev.ayatori.shards;

import dev.ayatori.corpus.Corpus;
import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.Split;
import dev.ayatori.corpus.table.ParquetTable;
import dev.ayatori.tokenizer.Tokenizer;
import dev.ayatori.tokenizer.Tokenizers;
import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.ContentHasher;
import dev.ayatori.track.Stage;
import dev.ayatori.track.StageContext;
import dev.ayatori.track.StageResult;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        return 3;
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
        List<PlacedDocument> placed = new ArrayList<>();
        ContentHasher hasher = ContentHasher.create();
        Path folder = context.folder();
        context.progress().start("encoding", 0, "documents");
        try (TokenFilesWriter files = new TokenFilesWriter(folder, type);
                ParallelEncoder encoder =
                        new ParallelEncoder(tokenizer, context.resources().threads());
                Stream<Document> documents =
                        Corpus.open(context.input("corpus")).documents()) {
            encoder.encode(documents, (document, tokens) -> {
                Split split = document.split();
                String file = settings.fileOf(document);
                long first = files.file(file).write(tokens);
                placed.add(new PlacedDocument(document.id(), split, file, document.collection(), first, tokens.length));
                hasher.text(document.id()).text(split.label()).bytes(bytes(tokens));
                context.progress().advance(1);
            });
            context.progress().finish();
            if (files.tokens(Shards.TRAIN) == 0) {
                throw new AyatoriException(
                        "the corpus has no training document; loosen its filters or its validation share");
            }
            ParquetTable.write(
                    folder.resolve(Shards.DOCUMENTS),
                    Shards.COLUMNS,
                    placed.stream().map(Shards::row));
            return new StageResult(
                    hasher.hex(),
                    Map.of(
                            "documents",
                            (long) placed.size(),
                            "tokens",
                            files.tokens(Shards.TRAIN),
                            "validation tokens",
                            files.tokens(Shards.VALIDATION)));
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

    private static byte[] bytes(int[] tokens) {
        ByteBuffer bytes = ByteBuffer.allocate(tokens.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(tokens);
        return bytes.array();
    }
}
