package dev.ayatori.tokenizer.format;

import dev.ayatori.tokenizer.normalise.CharacterRules;
import dev.ayatori.tokenizer.normalise.Charsmap;
import dev.ayatori.tokenizer.pipeline.Pipeline;
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
import java.util.Arrays;
import java.util.List;

/**
 * SentencePiece's model file: pieces, how they were learned, and how text is normalised. Fields that are not used here are
 * kept as they are.
 *
 * @param vocabulary the pieces by id
 * @param trainer the trainer_spec
 * @param normalizer the normalizer_spec
 * @param rest all other fields
 */
public record SentencePieceModel(
        Vocabulary vocabulary, ProtobufMessage trainer, ProtobufMessage normalizer, ProtobufMessage rest) {
    static final int UNIGRAM = 1;
    static final int BPE = 2;
    private static final int PIECES = 1;
    private static final int TRAINER = 2;
    private static final int NORMALIZER = 3;

    /**
     * What the model tells about its training.
     *
     * @param characterCoverage see SentencePiece's option of the same name
     * @param maximalPieceLength in code points
     * @param splitDigits whether digits stand alone
     */
    public record Training(double characterCoverage, int maximalPieceLength, boolean splitDigits) {}

    /** The model of a vocabulary with byte fallback; text is not normalised and no space put before it. */
    public static SentencePieceModel of(Vocabulary vocabulary, Training training) {
        return new SentencePieceModel(
                vocabulary,
                trainerSpec(vocabulary, training).message(),
                normalizerSpec(CharacterRules.IDENTITY).message(),
                new ProtobufMessage(List.of()));
    }

    private static ProtobufMessage.Writer normalizerSpec(CharacterRules rules) {
        ProtobufMessage.Writer spec = new ProtobufMessage.Writer().text(1, rules.label());
        if (rules != CharacterRules.IDENTITY) {
            spec.bytes(2, Charsmap.of(rules.rules()).bytes());
        }
        return spec.flag(3, false).flag(4, false).flag(5, true);
    }

    private static ProtobufMessage.Writer trainerSpec(Vocabulary vocabulary, Training training) {
        ProtobufMessage.Writer spec = new ProtobufMessage.Writer()
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

    /** Writes the model of a vocabulary; see {@link #of}. */
    public static void write(Path file, Vocabulary vocabulary, Training training) {
        of(vocabulary, training).write(file);
    }

    /** Writes the file. */
    public void write(Path file) {
        ProtobufMessage.Writer model = new ProtobufMessage.Writer();
        for (Piece piece : vocabulary.pieces()) {
            model.bytes(
                    PIECES,
                    new ProtobufMessage.Writer()
                            .text(1, piece.text())
                            .decimal(2, (float) piece.score())
                            .number(3, piece.kind().number())
                            .toByteArray());
        }
        model.bytes(TRAINER, trainer.toByteArray()).bytes(NORMALIZER, normalizer.toByteArray());
        write(file, model.toByteArray(), rest.toByteArray());
    }

    private static void write(Path file, byte[] model, byte[] rest) {
        byte[] all = Arrays.copyOf(model, model.length + rest.length);
        System.arraycopy(rest, 0, all, model.length, rest.length);
        try {
            Files.write(file, all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a model file; a damaged one is refused with the reason. */
    public static SentencePieceModel readModel(Path file) {
        try {
            return parse(ProtobufMessage.read(ByteBuffer.wrap(Files.readAllBytes(file))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException e) {
            throw new AyatoriException(file + " is no SentencePiece model: " + e.getMessage(), e);
        }
    }

    /** The tokenizer of this model. */
    public Pipeline pipeline() {
        return new SentencePiecePipeline(this).build();
    }

    /** Reads the pieces of a model file. */
    public static Vocabulary read(Path file) {
        return readModel(file).vocabulary();
    }

    private static SentencePieceModel parse(ProtobufMessage model) {
        List<Piece> pieces = new ArrayList<>();
        List<ProtobufMessage.Field> rest = new ArrayList<>();
        for (ProtobufMessage.Field field : model.fields()) {
            switch (field.number()) {
                case PIECES -> pieces.add(piece(ProtobufMessage.read(ByteBuffer.wrap(field.bytes())), pieces.size()));
                case TRAINER, NORMALIZER -> {}
                default -> rest.add(field);
            }
        }
        if (pieces.isEmpty()) {
            throw new IllegalArgumentException("it holds no piece");
        }
        return new SentencePieceModel(
                new Vocabulary(pieces), model.message(TRAINER), model.message(NORMALIZER), new ProtobufMessage(rest));
    }

    private static Piece piece(ProtobufMessage message, int id) {
        String text = message.text(1, "");
        if (text.isEmpty() || text.indexOf(0) >= 0) {
            throw new IllegalArgumentException("piece " + id + (text.isEmpty() ? " is empty" : " holds a NUL"));
        }
        float score = message.decimal(2, 0);
        if (!Float.isFinite(score)) {
            throw new IllegalArgumentException("the score of piece " + id + " is " + score);
        }
        return new Piece(text, score, PieceKind.of((int) message.number(3, PieceKind.NORMAL.number())));
    }
}
