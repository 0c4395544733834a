package dev.ayatori.tokenizer.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ayatori.tokenizer.SubwordTokenizer;
import dev.ayatori.tokenizer.Tokenizers;
import dev.ayatori.tokenizer.normalise.CharacterRules;
import dev.ayatori.tokenizer.normalise.Charsmap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ids that spm_encode gave for the lines of parity-oracles, and the models at hand. */
@Tag("data")
class OracleTest {
    private static final Path DATA = Path.of(System.getProperty("ayatori.shared.data"));
    private static final Path ORACLES = DATA.resolve("parity-oracles");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "llmjp-ver2.1-50k, tok-llm-jp/models/ver2.1/code10k_en20k_ja30k.ver2.1.model",
        "llmjp-ver2.2-50k, tok-llm-jp/models/ver2.2/code10K_en20K_ja30K.ver2.2.model",
        "spm-test, tok-sentencepiece/python/test/test_model.model",
        "spm-test_ja, tok-sentencepiece/python/test/test_ja_model.model"
    })
    void givesTheIdsOfSentencePiece(String name, String model) throws IOException {
        SubwordTokenizer tokenizer = Tokenizers.read(DATA.resolve(model));
        for (String kind : List.of("ja", "en", "code", "edge")) {
            assertThat(encoded(tokenizer, kind, Integer::toString))
                    .isEqualTo(Files.readAllLines(ORACLES.resolve("dev/" + kind + "." + name + ".id.txt")));
        }
    }

    @ParameterizedTest
    @CsvSource({"unigram", "bpe"})
    void givesThePiecesOfTrainedModels(String kind) throws IOException {
        SubwordTokenizer tokenizer = Tokenizers.read(ORACLES.resolve("train/" + kind + "-4k.model"));
        assertThat(encoded(tokenizer, "ja", tokenizer::piece))
                .isEqualTo(Files.readAllLines(ORACLES.resolve("train/ja." + kind + "-4k.piece.txt")));
    }

    private static List<String> encoded(SubwordTokenizer tokenizer, String kind, IntFunction<String> show)
            throws IOException {
        return Files.readAllLines(ORACLES.resolve("dev/input_" + kind + ".txt")).stream()
                .map(line ->
                        Arrays.stream(tokenizer.encode(line)).mapToObj(show).collect(Collectors.joining(" ")))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "tok-llm-jp/models/ver2.1/code10k_en20k_ja30k.ver2.1.model",
        "tok-sentencepiece/python/test/test_model.model",
        "parity-oracles/train/bpe-4k.model"
    })
    void readsBackEveryModelItWrites(String model) {
        SentencePieceModel read = SentencePieceModel.readModel(DATA.resolve(model));
        read.write(folder.resolve("again.model"));
        assertThat(SentencePieceModel.readModel(folder.resolve("again.model"))).isEqualTo(read);
    }

    @Test
    void readsBackTheVocabularyOfGpt2() {
        Gpt2Files files = Gpt2Files.read(DATA.resolve("tok-gpt2/encoder.json"));
        files.write(folder);
        assertThat(Gpt2Files.read(folder.resolve("vocab.json"))).isEqualTo(files);
        SubwordTokenizer tokenizer = Tokenizers.read(DATA.resolve("tok-gpt2"));
        assertThat(tokenizer.encode("Hello world, that's 2,026!"))
                .containsExactly(15496, 995, 11, 326, 338, 362, 11, 45987, 0);
    }

    @ParameterizedTest
    @CsvSource({
        "nmt_nfkc, parity-oracles/train/unigram-4k.model",
        "nfkc, tok-sentencepiece/python/test/test_model.model"
    })
    void derivesEveryRuleOfTheMapsInModels(String name, String model) {
        SortedMap<String, String> derived = CharacterRules.named(name).rules();
        byte[] map =
                SentencePieceModel.readModel(DATA.resolve(model)).normalizer().bytes(2);
        // Unicode has grown since those maps were made, so that there may be more rules, but none is another
        assertThat(derived).containsAllEntriesOf(Charsmap.read(map).rules());
    }
}
