package dev.ayatori.tokenizer.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ayatori.tokenizer.vocabulary.Piece;
import dev.ayatori.tokenizer.vocabulary.PieceKind;
import dev.ayatori.tokenizer.vocabulary.Vocabulary;
import dev.ayatori.track.AyatoriException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatsTest {
    private static final Vocabulary VOCABULARY = Vocabulary.ofLearned(List.of(
            new Piece("\u2581", -2.25, PieceKind.NORMAL),
            new Piece("日本", -3.5, PieceKind.NORMAL),
            new Piece("\"\\\n", -7.00390625, PieceKind.NORMAL)));

    @TempDir
    Path folder;

    @Test
    void readsBackATokenizerJson() {
        Path file = folder.resolve("tokenizer.json");
        HuggingFaceTokenizer.write(file, VOCABULARY);
        assertThat(HuggingFaceTokenizer.read(file)).isEqualTo(VOCABULARY);
    }

    @Test
    void readsBackASentencePieceModel() {
        Path file = folder.resolve("tokenizer.model");
        SentencePieceModel.write(file, VOCABULARY, new SentencePieceModel.Training(0.9995, 16, true));
        assertThat(SentencePieceModel.read(file)).isEqualTo(VOCABULARY);
    }

    @Test
    void startsAModelWithItsFirstPiece() throws IOException {
        Path file = folder.resolve("tokenizer.model");
        SentencePieceModel.write(file, VOCABULARY, new SentencePieceModel.Training(0.9995, 16, true));
        assertThat(HexFormat.of().formatHex(Files.readAllBytes(file), 0, 16))
                .isEqualTo("0a0e" + "0a053c756e6b3e" + "1500000000" + "1802");
    }

    @Test
    void tellsWhereAModelIsBroken() throws IOException {
        Path file = folder.resolve("tokenizer.model");
        SentencePieceModel.write(file, VOCABULARY, new SentencePieceModel.Training(0.9995, 16, true));
        byte[] all = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(all, 10));
        assertThatThrownBy(() -> SentencePieceModel.read(file))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining("tokenizer.model is no SentencePiece model")
                .hasMessageContaining("14 bytes wanted, 8 left");
    }

    @Test
    void refusesATokenizerOfAnotherForm() throws IOException {
        Path file = folder.resolve("tokenizer.json");
        HuggingFaceTokenizer.write(file, VOCABULARY);
        Files.writeString(file, Files.readString(file).replace("\"Unigram\"", "\"BPE\""));
        assertThatThrownBy(() -> HuggingFaceTokenizer.read(file))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining("tokenizer.json: model.vocab must be pieces and their ids");
    }

    @Property
    void readsBackNumbersOfAnySize(@ForAll long value, @ForAll float decimal, @ForAll String text) {
        byte[] inner = new ProtobufMessage.Writer().number(2_000, value).toByteArray();
        byte[] bytes = new ProtobufMessage.Writer()
                .number(1, value)
                .decimal(2, decimal)
                .text(3, text)
                .bytes(16, inner)
                .flag(5, true)
                .toByteArray();
        ProtobufMessage message = ProtobufMessage.read(ByteBuffer.wrap(bytes));
        assertThat(message.number(1, 0)).isEqualTo(value);
        assertThat(message.decimal(2, 0)).isEqualTo(decimal);
        assertThat(message.message(16).number(2_000, 0)).isEqualTo(value);
        assertThat(message.flag(5, false)).isTrue();
        assertThat(message.flag(6, true)).isTrue();
        assertThat(message.toByteArray()).isEqualTo(bytes);
    }
}
