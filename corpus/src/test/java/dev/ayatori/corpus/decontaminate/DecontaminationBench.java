package dev.ayatori.corpus.decontaminate;

import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.OverlapReport;
import dev.ayatori.corpus.Tally;
import dev.ayatori.corpus.source.PinnedFile;
import dev.ayatori.track.Json;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;

/** The nine evaluation sets of llm-jp-eval, in the files they are published in, against texts: what overlaps, and how fast. */
final class DecontaminationBench {
    private final Path data;
    private final Path folder;
    private final List<EvaluationSet> sets = new ArrayList<>();

    private DecontaminationBench(Path data, Path folder) {
        this.data = data;
        this.folder = folder;
    }

    /** Arguments: the folder of the shared data, and a .jsonl.gz of texts. */
    public static void main(String[] arguments) throws Exception {
        DecontaminationBench bench = new DecontaminationBench(Path.of(arguments[0]), Files.createTempDirectory("sets"));
        bench.read();
        bench.run(Path.of(arguments[1]));
    }

    private void read() throws Exception {
        Path jglue = data.resolve("eval-jglue/datasets");
        lines("jcommonsenseqa", jglue.resolve("jcommonsenseqa-v1.1/valid-v1.1.json"), "q_id", "question");
        lines("jnli", jglue.resolve("jnli-v1.1/valid-v1.1.json"), "sentence_pair_id", "sentence1", "sentence2");
        squad(jglue.resolve("jsquad-v1.1/valid-v1.1.json"));
        table("janli", data.resolve("eval-janli/janli.tsv"), 0, 1, 2);
        table("jsick", data.resolve("eval-jsick/jsick/test.tsv"), 0, 8, 9);
        table("jamp", data.resolve("eval-jamp/dataset/test_2.tsv"), 0, 1, 2);
        try (Stream<Path> files = Files.list(data.resolve("eval-jsem/data/v1.0"))) {
            List<Path> xml = files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
            elements("jsem", xml, "<problem(.*?)</problem>", "jsem_id=\"(.*?)\"", "<script>(.*?)</script>");
        }
        list("jemhopqa", data.resolve("eval-jemhopqa/corpus/dev.json"));
        elements(
                "niilc",
                List.of(data.resolve("eval-niilc/data/NIILC-ECQA2015_test.xml")),
                "<question (.*?)</question>",
                "id=\"(.*?)\"",
                "<text>(.*?)</text>");
    }

    private void add(String name, List<Map<String, String>> items, String... fields) throws Exception {
        Path file = folder.resolve(name + ".jsonl");
        Files.write(file, items.stream().map(Json::line).toList());
        sets.add(new EvaluationSet(name, file.toString(), PinnedFile.at(file).sha256(), "id", List.of(fields)));
    }

    private void lines(String name, Path file, String id, String... fields) {
        sets.add(new EvaluationSet(name, file.toString(), PinnedFile.at(file).sha256(), id, List.of(fields)));
    }

    private void squad(Path file) throws Exception {
        List<Map<String, String>> items = new ArrayList<>();
        for (JsonNode article : Json.mapper().readTree(Files.readString(file)).path("data")) {
            for (JsonNode paragraph : article.path("paragraphs")) {
                String context = paragraph.path("context").asString().replaceFirst("^.*\\[SEP\\]", "");
                boolean first = true;
                for (JsonNode question : paragraph.path("qas")) {
                    Map<String, String> item = new TreeMap<>();
                    item.put("id", question.path("id").asString());
                    item.put("question", question.path("question").asString());
                    if (first) {
                        item.put("context", context);
                    }
                    items.add(item);
                    first = false;
                }
            }
        }
        add("jsquad", items, "question", "context");
    }

    private void list(String name, Path file) throws Exception {
        List<Map<String, String>> items = new ArrayList<>();
        for (JsonNode item : Json.mapper().readTree(Files.readString(file))) {
            items.add(Map.of(
                    "id",
                    item.path("qid").asString(),
                    "question",
                    item.path("question").asString()));
        }
        add(name, items, "question");
    }

    private void table(String name, Path file, int id, int premise, int hypothesis) throws Exception {
        List<Map<String, String>> items = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            items.add(Map.of("id", cells[id], "premise", cells[premise], "hypothesis", cells[hypothesis]));
        }
        add(name, items, "premise", "hypothesis");
    }

    private void elements(String name, List<Path> files, String element, String id, String text) throws Exception {
        List<Map<String, String>> items = new ArrayList<>();
        for (Path file : files) {
            Matcher problems = Pattern.compile(element, Pattern.DOTALL).matcher(Files.readString(file));
            while (problems.find()) {
                Matcher named = Pattern.compile(id).matcher(problems.group(1));
                Matcher texts = Pattern.compile(text, Pattern.DOTALL).matcher(problems.group(1));
                String item = named.find() ? named.group(1) : "";
                while (texts.find()) {
                    items.add(Map.of("id", item, "text", texts.group(1).strip()));
                }
            }
        }
        add(name, items, "text");
    }

    private void run(Path texts) throws Exception {
        List<Document> documents = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(texts)), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                JsonNode record = Json.mapper().readTree(line);
                String id = record.path("id").asString();
                String text = record.path("text").asString();
                documents.add(
                        new Document(id, text, record.path("title").asString(), "", "", "", "ja", new TreeMap<>()));
            }
        }
        long bytes =
                documents.stream().map(Document::text).mapToLong(Tally::bytesOf).sum();
        DecontaminationSettings settings = DecontaminationSettings.of(sets);
        long begin = cpu();
        EvaluationIndexWriter.write(settings, folder);
        System.out.printf(
                Locale.ROOT,
                "index: %.2f CPU s, %d bytes%n",
                (cpu() - begin) / 1e9,
                Files.size(folder.resolve("grams")));
        try (EvaluationIndex index = new EvaluationIndex(folder, settings)) {
            for (int round = 0; round < 4; round++) {
                begin = cpu();
                long found = documents.stream()
                        .mapToLong(each -> index.overlaps(each.text()).size())
                        .sum();
                double seconds = (cpu() - begin) / 1e9;
                System.out.printf(
                        Locale.ROOT,
                        "%d overlaps in %.1f MB, %.2f CPU s: %.1f MB/s%n",
                        found,
                        bytes / 1e6,
                        seconds,
                        bytes / 1e6 / seconds);
            }
        }
        System.out.println(OverlapReport.of(documents.stream(), settings).text(1000));
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
