import dev.ayatori.corpus.Corpus;
import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.Removal;
import dev.ayatori.corpus.Split;
import dev.ayatori.corpus.table.ParquetTable;
import dev.ayatori.track.Json;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Adds up a run once more, row by row: every kept and removed document, every document in the folds, and the sizes in the
 * .idx files, which are read here by their format. Takes the folder of a run with a mix of tokens; prints one line for each
 * sum, and fails when one does not hold.
 */
class CorpusAccount {
    private static boolean failed;

    public static void main(String[] arguments) throws Exception {
        Path run = Path.of(arguments[0]);
        Map<String, String> kept = corpus(run.resolve("corpus"));
        shards(run.resolve("shards"), kept);
        if (failed) {
            System.exit(1);
        }
    }

    private static Map<String, String> corpus(Path folder) throws Exception {
        JsonNode statistics = json(folder.resolve("stats.json"));
        JsonNode counts = json(folder.resolve("manifest.json")).get("counts");
        Map<String, String> kept = new HashMap<>();
        TreeMap<String, Long> rules = new TreeMap<>();
        TreeMap<String, Long> keptOf = new TreeMap<>();
        TreeMap<String, Long> readOf = new TreeMap<>();
        TreeMap<String, Long> licences = new TreeMap<>();
        long[] bytes = new long[2];
        try (Stream<Document> documents = Corpus.at(folder).documents()) {
            documents.forEach(document -> {
                kept.put(document.id(), document.split().label());
                keptOf.merge(document.collection(), 1L, Long::sum);
                readOf.merge(document.collection(), 1L, Long::sum);
                licences.merge(document.collection() + ", " + document.licence(), 1L, Long::sum);
                bytes[0] += document.text().getBytes(StandardCharsets.UTF_8).length;
            });
        }
        try (Stream<Removal> removals = Corpus.at(folder).removed()) {
            removals.forEach(removal -> {
                rules.merge(removal.rule(), 1L, Long::sum);
                readOf.merge(removal.document().collection(), 1L, Long::sum);
                bytes[1] += removal.document().text().getBytes(StandardCharsets.UTF_8).length;
            });
        }
        long removed = rules.values().stream().mapToLong(Long::longValue).sum();
        same("documents read = kept + removed", statistics.at("/read/documents").asLong(), kept.size() + removed);
        same("documents kept, each id once", statistics.at("/kept/documents").asLong(), kept.size());
        same("bytes kept", statistics.at("/kept/bytes").asLong(), bytes[0]);
        rules.forEach((rule, count) ->
                same("removed by " + rule, statistics.at("/removed/" + rule + "/documents").asLong(), count));
        same("rules", statistics.get("removed").size(), rules.size());
        readOf.forEach((collection, count) -> {
            JsonNode flow = statistics.at("/collections/" + collection);
            same("read of " + collection, flow.at("/read/documents").asLong(), count);
            same("kept of " + collection, flow.at("/kept/documents").asLong(), keptOf.getOrDefault(collection, 0L));
        });
        same("licences by source", licences.values().stream().mapToLong(Long::longValue).sum(), kept.size());
        try (Stream<String> lines = Files.lines(folder.resolve("quarantine.jsonl"))) {
            same("quarantined", statistics.get("quarantined").asLong(), lines.count());
        }
        same("documents of the manifest", counts.get("documents").asLong(), kept.size());
        same("bytes of the manifest", counts.get("bytes").asLong(), bytes[0]);
        return kept;
    }

    private static void shards(Path folder, Map<String, String> kept) throws Exception {
        JsonNode mix = json(folder.resolve("mix.json"));
        Map<String, Long> rows = new TreeMap<>();
        Map<String, Long> tokens = new TreeMap<>();
        Map<String, String> foldOf = new HashMap<>();
        Set<String> validation = new HashSet<>();
        long[] wrong = new long[2];
        try (var placed = ParquetTable.read(folder.resolve("documents.parquet"))) {
            placed.forEach(row -> {
                String id = row.text("id");
                String in = row.text("file");
                rows.merge(in, 1L, Long::sum);
                tokens.merge(in, row.number("tokens"), Long::sum);
                wrong[0] += kept.containsKey(id) && kept.get(id).equals(row.text("split")) ? 0 : 1;
                if (row.text("split").equals("train")) {
                    wrong[1] += foldOf.getOrDefault(id, in).equals(in) ? 0 : 1;
                    foldOf.put(id, in);
                } else {
                    validation.add(id);
                }
            });
        }
        same("documents placed in another split than the corpus has them", 0, wrong[0]);
        same("documents in two folds", 0, wrong[1]);
        same("documents held out", kept.values().stream().filter("validation"::equals).count(), validation.size());
        long leftOut = mix.at("/outside/documents").asLong();
        long copies = 0;
        Map<String, Long> ofMix = new TreeMap<>();
        for (JsonNode part : mix.get("parts")) {
            leftOut += part.at("/leftOut/documents").asLong();
            copies += part.at("/repeated/documents").asLong();
            part.get("folds").properties().forEach(fold ->
                    ofMix.merge("train-" + fold.getKey(), fold.getValue().get("units").asLong(), Long::sum));
            budgets(part);
        }
        same("documents in folds = kept - held out - left out", kept.size() - validation.size() - leftOut, foldOf.size());
        long all = rows.values().stream().mapToLong(Long::longValue).sum();
        same("places = documents in folds + copies + held out", foldOf.size() + copies + validation.size(), all);
        long indexed = 0;
        for (String file : rows.keySet()) {
            long[] index = index(folder.resolve(file + ".idx"));
            same(file + ": documents in .idx", rows.get(file), index[0]);
            same(file + ": tokens in .idx", tokens.get(file), index[1]);
            same(file + ": tokens in mix.json", ofMix.getOrDefault(file, index[1]), index[1]);
            same(file + ": bytes in .bin", index[1] * index[2], Files.size(folder.resolve(file + ".bin")));
            indexed += index[1];
        }
        JsonNode counts = json(folder.resolve("manifest.json")).get("counts");
        same("tokens of the manifest", counts.get("tokens").asLong() + counts.get("validation tokens").asLong(), indexed);
    }

    private static void budgets(JsonNode part) {
        long budget = part.get("budget").asLong();
        double worst = 1;
        long filled = 0;
        for (JsonNode fold : part.get("folds")) {
            worst = Math.min(worst, fold.get("units").asLong() / ((double) budget / part.get("folds").size()));
            filled += fold.get("units").asLong();
        }
        String told = "%s: %,d of %,d tokens (%.4f %%), the emptiest fold %.4f %%"
                .formatted(part.get("name").asString(), filled, budget, 100.0 * filled / budget, 100 * worst);
        tell(filled <= budget && worst > 0.999, told);
    }

    /** Documents, tokens and bytes of a token, by the sizes that stand in a Megatron index. */
    private static long[] index(Path file) throws Exception {
        ByteBuffer index = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int type = index.get(17);
        long count = index.getLong(18);
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum += index.getInt(34 + 4 * i);
        }
        return new long[] {count, sum, type == 8 ? 2 : 4};
    }

    private static JsonNode json(Path file) {
        return Json.read(file, JsonNode.class);
    }

    private static void same(String what, long told, long counted) {
        tell(told == counted, "%s: %,d%s".formatted(what, told, told == counted ? "" : ", but counted %,d".formatted(counted)));
    }

    private static void tell(boolean holds, String what) {
        failed |= !holds;
        System.out.println((holds ? "ok     " : "WRONG  ") + what);
    }
}
