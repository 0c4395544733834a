package dev.ayatori.tokenizer;

import dev.ayatori.corpus.table.Column;
import dev.ayatori.corpus.table.ParquetTable;
import dev.ayatori.corpus.table.Row;
import dev.ayatori.track.Stage;
import dev.ayatori.track.StageContext;
import dev.ayatori.track.StageResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A corpus of made-up sentences: Japanese, English and code, nine of ten documents for training. */
final class TinyCorpus implements Stage {
    private static final List<Column> COLUMNS = Stream.of(
                    "id", "text", "uri", "collection", "licence", "date", "language", "attributes")
            .map(Column::text)
            .toList();
    private static final SortedMap<String, String[]> WORDS = new TreeMap<>(Map.of(
            "ja", new String[] {"文字列", "を", "変換", "する", "メソッド", "です。", "クラス", "の", "値", "が", "返す", "12個、"},
            "en",
                    new String[] {
                        "returns ", "the ", "value ", "of ", "this ", "field", ". ", "converts ", "a ", "string\n"
                    },
            "code",
                    new String[] {"    public ", "static ", "int ", "value", "() {\n", "return ", "0;\n", "}\n", "\t"
                    }));

    record TinySettings(int documents) {}

    private final TinySettings settings = new TinySettings(300);

    @Override
    public String name() {
        return "corpus";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public TinySettings settings() {
        return settings;
    }

    @Override
    public List<String> inputs() {
        return List.of();
    }

    @Override
    public StageResult run(StageContext context) {
        ParquetTable.write(context.folder().resolve("documents-00000.parquet"), COLUMNS, rows().stream());
        return new StageResult("tiny", Map.of());
    }

    static List<Row> rows() {
        Random random = new Random(5);
        List<Row> rows = new ArrayList<>();
        List<String> languages = List.copyOf(WORDS.keySet());
        for (int i = 0; i < 300; i++) {
            String language = languages.get(i % 3);
            String[] words = WORDS.getOrDefault(language, new String[0]);
            StringBuilder text = new StringBuilder();
            for (int word = 0; word < 60; word++) {
                text.append(words[Math.min(random.nextInt(words.length), random.nextInt(words.length))]);
            }
            rows.add(Row.of("id", "%016x".formatted(i))
                    .and("text", text.append("猫😀").toString())
                    .and("uri", "test:" + i)
                    .and("collection", "test")
                    .and("licence", "CC0-1.0")
                    .and("date", "2026-01-01")
                    .and("language", language)
                    .and("attributes", "{\"split\":\"%s\"}".formatted(i % 10 == 9 ? "validation" : "train")));
        }
        return rows;
    }
}
