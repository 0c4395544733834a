package dev.ayatori.tokenizer.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ayatori.tokenizer.SubwordTokenizer;
import dev.ayatori.tokenizer.Tokenizers;
import dev.ayatori.tokenizer.encode.Sampling;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundTripTest {
    private static final SubwordTokenizer PLAIN =
            new SubwordTokenizer(TinyFiles.model(false, false).pipeline());
    private static final SubwordTokenizer NORMALISED =
            new SubwordTokenizer(TinyFiles.model(false, true).pipeline());
    private static final SubwordTokenizer PAIRS =
            new SubwordTokenizer(TinyFiles.model(true, false).pipeline());
    private static final SubwordTokenizer GPT2 =
            new SubwordTokenizer(TinyFiles.gpt2().pipeline());

    @TempDir
    Path folder;

    @Property(tries = 300)
    void decodesToTheNormalFormOfAnyText(@ForAll String text) {
        for (SubwordTokenizer tokenizer : List.of(PLAIN, NORMALISED, PAIRS, GPT2)) {
            String normal = tokenizer.normalise(text).replace('\u2581', ' ');
            assertThat(tokenizer.decode(tokenizer.encode(text)))
                    .isEqualTo(tokenizer == NORMALISED && !normal.isEmpty() ? normal.substring(1) : normal);
        }
    }

    @Property(tries = 200)
    void bytesAndStringsGiveTheSameIds(@ForAll String text) {
        String whole = text.codePoints()
                .map(c -> c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        byte[] utf8 = whole.getBytes(StandardCharsets.UTF_8);
        for (SubwordTokenizer tokenizer : List.of(PLAIN, NORMALISED, PAIRS, GPT2)) {
            assertThat(tokenizer.encode(utf8)).isEqualTo(tokenizer.encode(text));
            assertThat(tokenizer.encodeWithOffsets(utf8).ids()).isEqualTo(tokenizer.encode(text));
        }
    }

    @Property(tries = 200)
    void samplesDecodeToTheSameText(@ForAll String text, @ForAll long seed) {
        for (SubwordTokenizer tokenizer : List.of(PLAIN, GPT2)) {
            Sampling sampling = new Sampling(0.3, new Random(seed));
            assertThat(tokenizer.decode(tokenizer.sample(text, sampling)))
                    .isEqualTo(tokenizer.decode(tokenizer.encode(text)));
        }
    }

    @Test
    void findsTheBestSegmentationsInTheirOrder() {
        List<int[]> best = PLAIN.nBest("abc", 10);
        assertThat(best.getFirst()).isEqualTo(PLAIN.encode("abc"));
        assertThat(best.stream().map(ids -> pieces(PLAIN, ids))).containsExactly("abc", "a bc", "ab c", "a b c");
    }

    @Test
    void keepsUserDefinedSymbolsWholeAndUnusedPiecesApart() {
        assertThat(pieces(PLAIN, PLAIN.encode("a[x]b"))).isEqualTo("a [x] b");
        assertThat(pieces(PAIRS, PAIRS.encode("a[x]ca"))).isEqualTo("a [x] c a");
    }

    @Test
    void offsetsPointIntoTheTextBeforeNormalisation() {
        String text = "  か\u3099ａ①";
        var encoding = NORMALISED.encodeWithOffsets(text);
        assertThat(pieces(NORMALISED, encoding.ids())).isEqualTo("▁ が a <0x31>");
        assertThat(encoding.starts()).containsExactly(2, 2, 4, 5);
        assertThat(encoding.ends()).containsExactly(2, 4, 5, 6);
        assertThat(NORMALISED
                        .encodeWithOffsets(text.getBytes(StandardCharsets.UTF_8))
                        .ends())
                .containsExactly(2, 8, 11, 14);
    }

    @Test
    void mergesAsTheRulesSay() {
        assertThat(pieces(GPT2, GPT2.encode(" abc the"))).isEqualTo("Ġab c Ġthe");
        assertThat(GPT2.decode(GPT2.encode(" abc the\u0000\ud800"))).isEqualTo(" abc the\u0000\ufffd");
    }

    @Test
    void readsBackAModelWithAllItsFields() {
        SentencePieceModel model = TinyFiles.model(true, true);
        model.write(folder.resolve("x.model"));
        assertThat(SentencePieceModel.readModel(folder.resolve("x.model"))).isEqualTo(model);
    }

    @Test
    void readsBackTheFilesOfGpt2AndTheSameAsJson() {
        Gpt2Files files = TinyFiles.gpt2();
        files.write(folder);
        assertThat(Gpt2Files.read(folder.resolve("vocab.json"))).isEqualTo(files);
        HuggingFaceFile json = files.toHuggingFace();
        json.write(folder.resolve("tokenizer.json"));
        HuggingFaceFile again = HuggingFaceFile.read(folder.resolve("tokenizer.json"));
        assertThat(again).isEqualTo(json);
        String text = "the abc かな  ' the're";
        assertThat(Tokenizers.read(folder.resolve("vocab.json")).encode(text))
                .isEqualTo(Tokenizers.read(folder).encode(text));
    }

    @Test
    void readsBackTiktokenRanksAndMergesByThem() {
        Map<String, Integer> ranks = new LinkedHashMap<>();
        for (int value = 0; value < 256; value++) {
            ranks.put(String.valueOf((char) value), value);
        }
        List.of("ab", " ab", "abc", " t", "he", " the").forEach(piece -> ranks.put(piece, ranks.size()));
        TiktokenFile file = new TiktokenFile(ranks);
        Path path = folder.resolve("ranks.tiktoken");
        file.write(path);
        assertThat(TiktokenFile.read(path)).isEqualTo(file);
        SubwordTokenizer tokenizer = Tokenizers.read(path);
        assertThat(pieces(tokenizer, tokenizer.encode("abc the ab"))).isEqualTo("abc Ġthe Ġab");
        assertThat(tokenizer.encodeWithSymbols("ab<|endoftext|>")).endsWith(262);
        assertThat(tokenizer.encode("ab<|endoftext|>")).doesNotContain(262);
    }

    @Test
    void encodesInBatchesAsOneByOne() {
        List<byte[]> texts = IntStream.range(0, 2_000)
                .mapToObj(i -> ("abc かが " + i).getBytes(StandardCharsets.UTF_8))
                .toList();
        List<int[]> expected = texts.stream().map(PLAIN::encode).toList();
        for (int threads = 1; threads <= 3; threads++) {
            assertThat(PLAIN.encodeAll(texts, threads).toList())
                    .usingRecursiveComparison()
                    .isEqualTo(expected);
        }
    }

    static String pieces(SubwordTokenizer tokenizer, int[] ids) {
        return String.join(" ", Arrays.stream(ids).mapToObj(tokenizer::piece).toList());
    }
}
