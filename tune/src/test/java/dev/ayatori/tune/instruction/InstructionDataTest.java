package dev.ayatori.tune.instruction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ayatori.corpus.Document;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class InstructionDataTest {

    private static final InstructionSettings SETTINGS = new InstructionSettings(1, 5, 100, 5, 10_000, 40, 0.5);

    @Property(tries = 15)
    void neverTunesOnWhatTheChoiceTaskAsks(@ForAll long seed) {
        List<Document> documents = randomCorpus(new Random(seed));
        Map<String, Document> byId = documents.stream().collect(Collectors.toMap(Document::id, Function.identity()));
        InstructionData data = InstructionData.from(documents.stream(), SETTINGS, read -> {});

        Set<String> packages =
                data.choices().stream().map(ChoiceItem::packageName).collect(Collectors.toSet());
        Set<String> clusters = data.choices().stream().map(ChoiceItem::cluster).collect(Collectors.toSet());
        Set<String> answers =
                data.choices().stream().flatMap(item -> item.answers().stream()).collect(Collectors.toSet());
        assertThat(data.examples()).isNotEmpty();
        assertThat(data.choices()).isNotEmpty();
        for (Example example : data.examples()) {
            Document document = Objects.requireNonNull(byId.get(example.documentId()));
            assertThat(document.split().label()).isEqualTo("train");
            assertThat(clusters).doesNotContain(document.cluster());
            assertThat(answers).doesNotContain(example.answer());
            assertThat(packages).noneMatch(name -> document.text().startsWith("package " + name + ";"));
        }
    }

    @Property(tries = 10)
    void offersFourDifferentSummariesOfOnePackageAndLanguage(@ForAll long seed) {
        List<Document> documents = randomCorpus(new Random(seed));
        InstructionData data = InstructionData.from(documents.stream(), SETTINGS, read -> {});

        assertThat(data.choices()).extracting(ChoiceItem::id).doesNotHaveDuplicates();
        for (ChoiceItem item : data.choices()) {
            assertThat(item.answers()).hasSize(4).doesNotHaveDuplicates();
            assertThat(item.answers())
                    .allMatch(answer -> Language.of(answer).code().equals(item.language()))
                    .allMatch(answer -> answer.contains(item.packageName()));
            assertThat(item.answers().get(item.correct())).contains(" " + item.className() + " ");
            assertThat(item.question()).contains(item.className());
            assertThat(item.premise()).doesNotContain(item.className());
        }
    }

    @Test
    void drawsTheSameForTheSameSeedAndOtherwiseForAnother() {
        List<Document> documents = randomCorpus(new Random(3));
        InstructionSettings other = new InstructionSettings(2, 5, 100, 5, 10_000, 40, 0.5);
        assertThat(InstructionData.from(documents.stream(), SETTINGS, read -> {}))
                .isEqualTo(InstructionData.from(documents.stream(), SETTINGS, read -> {}))
                .isNotEqualTo(InstructionData.from(documents.stream(), other, read -> {}));
    }

    @Test
    void keepsTheBoundOfExamplesAndTheOrderOfDocuments() {
        List<Document> documents = randomCorpus(new Random(4));
        InstructionSettings few = new InstructionSettings(1, 5, 100, 5, 7, 40, 0.5);
        List<Example> all =
                InstructionData.from(documents.stream(), SETTINGS, read -> {}).examples();
        List<Example> kept =
                InstructionData.from(documents.stream(), few, read -> {}).examples();
        assertThat(kept.stream().map(Example::answer).distinct()).hasSize(7);
        assertThat(all).containsSubsequence(kept);
    }

    @Test
    void holdsNothingOutWhenNoItemsAreAskedFor() {
        InstructionSettings none = new InstructionSettings(1, 5, 100, 5, 10_000, 0, 0.5);
        InstructionData data = InstructionData.from(randomCorpus(new Random(5)).stream(), none, read -> {});
        assertThat(data.choices()).isEmpty();
    }

    @Test
    void dropsRefrains() {
        List<Document> documents = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            documents.add(document("p.C" + i, "package p" + i + "; /** Says the same. */ class C {}", "train", ""));
        }
        List<Example> examples =
                InstructionData.from(documents.stream(), SETTINGS, read -> {}).examples();
        assertThat(examples.stream().map(Example::documentId).distinct()).hasSize(3);
    }

    @Test
    void asksAboutTypesInEveryWordingAndAboutFewMethodsInOne() {
        String source = """
                package p;
                /** Is a type. */ public class LogWriter {
                  /** Is one method. */ public void one() {}
                  /** Is two methods. */ public void two() {}
                  /** Is three methods. */ public void three() {}
                }
                """;
        InstructionSettings twoMethods = new InstructionSettings(1, 5, 100, 2, 10_000, 0, 0.5);
        List<Example> examples = InstructionData.from(
                        Stream.of(document("p.LogWriter", source, "train", "")), twoMethods, read -> {})
                .examples();
        assertThat(examples).extracting(Example::question).doesNotHaveDuplicates();
        assertThat(examples)
                .filteredOn(example -> example.answer().equals("Is a type."))
                .extracting(Example::question)
                .containsExactly("What is LogWriter (log writer)?", "What does the class LogWriter (log writer) do?");
        assertThat(examples).hasSize(4);
    }

    @Test
    void writesNamesOutAsWords() {
        assertThat(Questions.words("XmlDataReader.Builder")).isEqualTo("xml data reader builder");
        assertThat(Questions.words("HTTPResponse")).isEqualTo("http response");
        assertThat(Questions.words("toUTF8_String")).isEqualTo("to utf8 string");
        assertThat(Questions.words("Base64Util")).isEqualTo("base64 util");
    }

    private static List<Document> randomCorpus(Random random) {
        List<Document> documents = new ArrayList<>();
        int packages = 6 + random.nextInt(6);
        for (int p = 0; p < packages; p++) {
            // Two packages of one language and of four classes each: one of them can always be held out.
            boolean fixed = p < 2;
            int classes = fixed ? 4 : 1 + random.nextInt(9);
            boolean japanese = fixed || random.nextBoolean();
            for (int c = 0; c < classes; c++) {
                documents.add(randomClass(random, "p" + p, "C" + c, japanese));
            }
        }
        documents.add(document("x.Alone", "package x; /** Stands alone. */ class Alone {}", "train", ""));
        documents.sort(Comparator.comparing(Document::id));
        return documents;
    }

    private static Document randomClass(Random random, String packageName, String className, boolean japanese) {
        String summary = japanese ? "%s の %s です。" : "In %s the %s stands.";
        String source = "package %s; /** %s */ public class %s { /** Method of %s.%s. */ public void m() {} }"
                .formatted(packageName, summary.formatted(packageName, className), className, packageName, className);
        String cluster = random.nextInt(4) == 0 ? "cluster" + random.nextInt(5) : "";
        return document(
                packageName + "." + className, source, random.nextInt(5) == 0 ? "validation" : "train", cluster);
    }

    private static Document document(String name, String source, String split, String cluster) {
        String uri = "maven:g:a:1:sources!/" + name.replace('.', '/') + ".java";
        TreeMap<String, String> attributes = new TreeMap<>(Map.of(Document.SPLIT, split));
        if (!cluster.isEmpty()) {
            attributes.put(Document.CLUSTER, cluster);
        }
        return new Document(Document.idOf(uri), source, uri, "c", "Apache-2.0", "2026", "code", attributes);
    }
}
