package dev.ayatori.tokenizer.format;

import dev.ayatori.tokenizer.vocabulary.Piece;
import dev.ayatori.tokenizer.vocabulary.PieceKind;
import dev.ayatori.tokenizer.vocabulary.Vocabulary;
import dev.ayatori.track.AyatoriException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** SentencePiece's model file for a Unigram vocabulary with byte fallback and no normalisation. */
public final class SentencePieceModel {
    private static final int UNIGRAM = 1;

    private SentencePieceModel() {}

    /**
     * What the model tells about its training.
     *
     * @param characterCoverage see SentencePiece's option of the same name
     * @param maximalPieceLength in code points
     * @param splitDigits whether digits stand alone
     */
    public record Training(double characterCoverage, int maximalPieceLength, boolean splitDigits) {}

    /** Writes the file. */
    public static void write(Path file, Vocabulary vocabulary, Training training) {
        ProtobufWriter model = new ProtobufWriter();
        for (Piece piece : vocabulary.pieces()) {
            model.message(
                    1,
                    new ProtobufWriter()
                            .text(1, piece.text())
                            .decimal(2, (float) piece.score())
                            .number(3, piece.kind().number()));
        }
        model.message(2, trainerSpec(vocabulary, training));
        model.message(
                3,
                new ProtobufWriter()
                        .text(1, "identity")
                        .flag(3, false)
                        .flag(4, false)
                        .flag(5, true));
        try {
            Files.write(file, model.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProtobufWriter trainerSpec(Vocabulary vocabulary, Training training) {
        ProtobufWriter spec = new ProtobufWriter()
                .number(3, UNIGRAM)
                .number(4, vocabulary.size())
                .decimal(10, (float) training.characterCoverage())
                .number(20, training.maximalPieceLength())
                .flag(25, training.splitDigits())
                .flag(26, true);
        for (Piece piece : vocabulary.pieces().subList(4, Vocabulary.SYMBOLS.size())) {
            spec.text(30, piece.text());
        }
        spec.flag(35, true);
        for (int id = 0; id < 4; id++) {
            spec.number(40 + id, id);
        }
        for (int id = 0; id < 4; id++) {
            spec.text(45 + id, vocabulary.pieces().get(id).text());
        }
        return spec;
    }

    /** Reads the pieces of a model file. */
    public static Vocabulary read(Path file) {
        try {
            ProtobufReader model = new ProtobufReader(ByteBuffer.wrap(Files.readAllBytes(file)));
            List<Piece> pieces = new ArrayList<>();
            for (int field = model.nextField(); field != 0; field = model.nextField()) {
                if (field == 1) {
                    pieces.add(piece(model.message()));
                } else {
                    model.skip();
                }
            }
            return new Vocabulary(pieces);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException e) {
            throw new AyatoriException(file + " is no SentencePiece model: " + e.getMessage(), e);
        }
    }

    private static Piece piece(ProtobufReader message) {
        String text = "";
        double score = 0;
        PieceKind kind = PieceKind.NORMAL;
        for (int field = message.nextField(); field != 0; field = message.nextField()) {
            switch (field) {
                case 1 -> text = message.text();
                case 2 -> score = message.decimal();
                case 3 -> kind = PieceKind.of((int) message.number());
                default -> message.skip();
            }
        }
        return new Piece(text, score, kind);
    }
}
