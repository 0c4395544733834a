package dev.ayatori.release;

import dev.ayatori.corpus.CorpusStatistics;
import dev.ayatori.corpus.Tally;
import dev.ayatori.corpus.source.StoredSource;
import dev.ayatori.evaluate.Score;
import dev.ayatori.model.Gpt2Shape;
import dev.ayatori.model.LlamaShape;
import dev.ayatori.model.ModelShape;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The model card, a pure function of the run: what the model is, what it learned from, how it was measured and what it
 * cannot do.
 *
 * <p>Margaret Mitchell et al.: Model Cards for Model Reporting. FAT* 2019.
 */
record ModelCard(ReleaseSettings settings, ModelShape shape, DataManifest data, List<Score> scores) {

    String render() {
        return String.join(
                "\n",
                frontMatter(),
                summary(),
                scoresSection(),
                dataSection(),
                trainingSection(),
                usage(),
                limits(),
                provenance());
    }

    private String frontMatter() {
        StringBuilder out = new StringBuilder("---\n");
        out.append("license: ").append(settings.licence()).append("\nlanguage:\n");
        settings.languages()
                .forEach(language -> out.append("- ").append(language).append('\n'));
        out.append("library_name: transformers\npipeline_tag: text-generation\ntags:\n- ")
                .append(architecture().toLowerCase(Locale.ROOT).replace("-", ""))
                .append("\n- ayatori\n---\n");
        return out.toString();
    }

    private String architecture() {
        return switch (shape) {
            case Gpt2Shape _ -> "GPT-2";
            case LlamaShape _ -> "Llama";
        };
    }

    private String summary() {
        return """
                # %s

                %s

                A %s model of %s parameters: %d layers, width %d, %d heads, context %d tokens, vocabulary %d.
                Pre-trained from nothing on the data below, then tuned on questions and answers made from the same data.
                The weights are under %s.

                日本語を第一とする小さな言語モデルです。学習データ、除去規則、設定、評価はすべて下に示します。
                """.formatted(
                        settings.name(),
                        settings.summary(),
                        architecture(),
                        count(shape.parameters()),
                        shape.layers(),
                        shape.width(),
                        shape.heads(),
                        shape.context(),
                        shape.vocabulary(),
                        settings.licence());
    }

    private String scoresSection() {
        return """
                ## Scores

                Every value with its 95 %% interval; baselines are measured on the same items, also where they win.
                Fewer bits per byte are better, a greater accuracy is better.

                %s
                Pairs of models on the same items, and the size of the samples:

                %s""".formatted(ScoreTable.ofModels(scores), ScoreTable.ofPairs(scores));
    }

    private String dataSection() {
        CorpusStatistics corpus = data.corpus();
        MarkdownTable funnel = new MarkdownTable("step", "documents", "bytes");
        funnel.row("read", count(corpus.read().documents()), count(corpus.read().bytes()));
        corpus.removed().forEach((rule, tally) -> addTally(funnel, "removed by " + rule, tally));
        addTally(funnel, "kept", corpus.kept());
        return """
                ## Data

                %s
                %s
                %s
                Thresholds of the corpus:

                %s""".formatted(
                        collections(),
                        splits(),
                        funnel,
                        SettingsTable.render(data.stage("corpus").settings(), ReleaseFiles.DATA));
    }

    private String collections() {
        SortedMap<String, List<StoredSource>> byCollection = data.sources().stream()
                .collect(Collectors.groupingBy(StoredSource::collection, TreeMap::new, Collectors.toList()));
        MarkdownTable table = new MarkdownTable("collection", "licence", "sources", "documents kept", "bytes kept");
        byCollection.forEach((collection, sources) -> {
            Tally kept = data.corpus().collections().containsKey(collection)
                    ? data.corpus().collections().get(collection).kept()
                    : Tally.NONE;
            table.row(collection, licences(sources), sources.size(), count(kept.documents()), count(kept.bytes()));
        });
        return table.toString();
    }

    private static String licences(List<StoredSource> sources) {
        SortedSet<String> licences = new TreeSet<>();
        sources.forEach(source -> licences.add(source.licence()));
        return String.join(", ", licences);
    }

    private String splits() {
        MarkdownTable table = new MarkdownTable("language", "split", "documents", "bytes");
        data.corpus()
                .splits()
                .forEach((language, splits) -> splits.forEach(
                        (split, tally) -> table.row(language, split, count(tally.documents()), count(tally.bytes()))));
        return table.toString();
    }

    private static void addTally(MarkdownTable table, String name, Tally tally) {
        table.row(name, count(tally.documents()), count(tally.bytes()));
    }

    private String trainingSection() {
        StringBuilder out = new StringBuilder("## Training\n");
        for (String name : List.of("tokenizer", "shards", "pretrain", "tune")) {
            DataManifest.StageRecord stage = data.stage(name);
            out.append("\nStage ").append(name).append(counts(stage.counts())).append(":\n\n");
            out.append(SettingsTable.render(stage.settings(), ReleaseFiles.DATA));
        }
        return out.toString();
    }

    private static String counts(Map<String, Long> counts) {
        if (counts.isEmpty()) {
            return "";
        }
        return new TreeMap<>(counts)
                .entrySet().stream()
                        .map(entry -> count(entry.getValue()) + " " + entry.getKey())
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    private String usage() {
        return """
                ## Use

                ```python
                from transformers import AutoModelForCausalLM, AutoTokenizer

                tokenizer = AutoTokenizer.from_pretrained("PATH")
                model = AutoModelForCausalLM.from_pretrained("PATH")
                prompt = tokenizer.apply_chat_template(
                    [{"role": "user", "content": "..."}],
                    add_generation_prompt=True, return_tensors="pt", return_dict=True)
                print(tokenizer.decode(model.generate(**prompt, max_new_tokens=100)[0]))
                ```

                On the JVM: `ayatori serve` for a run, `ayatori release verify PATH` to check these files.
                """;
    }

    private String limits() {
        return """
                ## Limits

                - A model of %s parameters that learned from a corpus of %s bytes writes in the manner of its sources and states
                  false things fluently. It is no source of facts and no assistant.
                - It knows only the subjects of the collections above.
                - It was not tuned to refuse harmful requests, and its sources were not searched for harmful content
                  beyond the rules above.
                - It can repeat its sources word for word; their licences then apply. A trace shows such overlap, which
                  does not prove where an answer came from.
                - The scores above are all that was measured; nothing is known about other tasks.
                """.formatted(
                        count(shape.parameters()), count(data.corpus().kept().bytes()));
    }

    private String provenance() {
        MarkdownTable table = new MarkdownTable("stage", "revision", "content hash");
        data.stages().forEach(stage -> table.row(stage.name(), stage.revision(), "`" + stage.contentHash() + "`"));
        return """
                ## Provenance

                %d sources, each with its SHA-256 in `%s`; every file of this release in `%s`.

                %s""".formatted(data.sources().size(), ReleaseFiles.DATA, ReleaseFiles.HASHES, table);
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
