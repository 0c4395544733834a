package dev.ayatori.tokenizer.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ayatori.tokenizer.Tokenizers;
import dev.ayatori.tokenizer.vocabulary.Piece;
import dev.ayatori.tokenizer.vocabulary.PieceKind;
import dev.ayatori.tokenizer.vocabulary.Vocabulary;
import dev.ayatori.track.AyatoriException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadFilesTest {
    @TempDir
    Path folder;

    private Path model(List<Piece> more) {
        List<Piece> pieces = new ArrayList<>(TinyFiles.pieces().pieces());
        pieces.addAll(more);
        SentencePieceModel sound = TinyFiles.model(false, false);
        Path file = folder.resolve("bad.model");
        new SentencePieceModel(new Vocabulary(pieces), sound.trainer(), sound.normalizer(), sound.rest()).write(file);
        return file;
    }

    private void refuses(Path file, String message) {
        assertThatThrownBy(() -> Tokenizers.read(file))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining(file.getFileName().toString())
                .hasMessageContaining(message);
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    @Test
    void refusesPiecesThatStandTwice() {
        refuses(model(List.of(new Piece("ab", -1, PieceKind.NORMAL))), "piece 'ab' stands at ids");
    }

    @Test
    void refusesTwoUnknownPieces() {
        refuses(
                model(List.of(new Piece("<unk2>", 0, PieceKind.UNKNOWN))),
                "one piece must be the unknown one, but 2 are");
    }

    @Test
    void refusesBytesThatAreNone() {
        refuses(model(List.of(new Piece("<0xZZ>", 0, PieceKind.BYTE))), "a byte is written such as <0x0A>");
    }

    @Test
    void refusesEmptyPiecesAndScoresThatAreNoNumbers() {
        refuses(model(List.of(new Piece("", -1, PieceKind.NORMAL))), "is empty");
        refuses(model(List.of(new Piece("q", Double.NaN, PieceKind.NORMAL))), "is NaN");
        refuses(model(List.of(new Piece("q\u0000", -1, PieceKind.NORMAL))), "holds a NUL");
    }

    @Test
    void namesWhatIsNotThere() throws IOException {
        refuses(folder.resolve("none.model"), "there is no tokenizer file");
        refuses(folder, "holds no tokenizer");
        refuses(file("empty.model", ""), "it holds no piece");
        refuses(file("vocab.json", "{\"a\": 0}"), "neither merges.txt nor vocab.bpe");
    }

    @Test
    void refusesPartsOfATokenizerJsonByName() throws IOException {
        String json = """
                {"model": {"type": "Unigram", "unk_id": 0, "vocab": [["<unk>", 0.0], ["a", -1.5]]}, %s}""";
        refuses(
                file("a.json", json.formatted("\"normalizer\": {\"type\": \"BertNormalizer\"}")),
                "normalizer: BertNormalizer");
        refuses(
                file("b.json", json.formatted("\"pre_tokenizer\": {\"type\": \"Punctuation\"}")),
                "Punctuation is not supported");
        refuses(file("c.json", json.formatted("\"decoder\": {\"type\": \"CTC\"}")), "decoder: CTC is not supported");
        refuses(
                file("d.json", "{\"model\": {\"type\": \"WordPiece\", \"vocab\": {}}}"),
                "type WordPiece is not supported");
        refuses(file("e.json", "{\"model\": {\"type\": \"Unigram\", \"vocab\": [[\"a\"]]}}"), "model.vocab[0] must be");
        refuses(file("f.json", "{\"model\": {"), "not a readable");
        refuses(
                file("g.json", json.formatted("\"added_tokens\": [{\"id\": 900000000, \"content\": \"x\"}]")),
                "far beyond");
    }

    @Test
    void refusesMergesOfPiecesThatAreNotThere() throws IOException {
        refuses(
                file("m.json", "{\"model\": {\"type\": \"BPE\", \"vocab\": {\"a\": 0}, \"merges\": [\"a b\"]}}"),
                "the merge of 'a' and 'b' needs 'b'");
        refuses(
                file("n.json", "{\"model\": {\"type\": \"BPE\", \"vocab\": {\"a\": 0, \"b\": 0}, \"merges\": []}}"),
                "have one id, 0");
    }

    @Test
    void refusesDamagedTiktokenLines() throws IOException {
        refuses(file("r.tiktoken", "YQ== 0\nYg== one\n"), "line 2, 'Yg== one'");
    }

    @Property(tries = 300)
    void refusesOrReadsCutOffAndDamagedModels(
            @ForAll @IntRange(max = 100_000) int at, @ForAll byte value, @ForAll boolean cut) throws IOException {
        Path file = Files.createTempFile("damaged", ".model");
        try {
            TinyFiles.model(false, false).write(file);
            byte[] bytes = Files.readAllBytes(file);
            int place = at % bytes.length;
            if (cut) {
                bytes = Arrays.copyOf(bytes, place);
            } else {
                bytes[place] = value;
            }
            Files.write(file, bytes);
            assertThat(Tokenizers.read(file).decode(new int[] {260})).isNotNull();
        } catch (AyatoriException e) {
            assertThat(e).hasMessageContaining("damaged");
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageContaining("an id must be between");
        } finally {
            Files.delete(file);
        }
    }
}
