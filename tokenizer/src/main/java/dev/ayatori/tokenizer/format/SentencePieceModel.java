package dev.ayatori.tokenizer.format;

import dev.ayatori.tokenizer.encode.Unigram;
import dev.ayatori.tokenizer.normalise.CharacterRules;
import dev.ayatori.tokenizer.normalise.Charsmap;
import dev.ayatori.tokenizer.normalise.TextRules;
import dev.ayatori.tokenizer.pipeline.Pipeline;
import dev.ayatori.tokenizer.train.text.SegmentRules;
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

    /** The symbols whose ids are told: unknown, start, end, padding. */
    private static final List<String> NAMED = List.of("<unk>", "<s>", "</s>", "<pad>");

    private static final int MOST_SYMBOLS = 1000;

    /**
     * What the model tells about its training.
     *
     * @param bytePairs whether scores are ranks of byte pairs, else a Unigram's
     * @param characterCoverage see SentencePiece's option of the same name
     * @param maximalPieceLength in code points
     * @param rules where no piece may cross
     * @param text how text is prepared
     */
    public record Training(
            boolean bytePairs, double characterCoverage, int maximalPieceLength, SegmentRules rules, TextRules text) {

        /** A Unigram's of text that is taken as it is. */
        public Training(double characterCoverage, int maximalPieceLength, boolean splitDigits) {
            this(
                    false,
                    characterCoverage,
                    maximalPieceLength,
                    new SegmentRules(splitDigits, true, true, true),
                    TextRules.AS_IT_IS);
        }
    }

    /** The model of a vocabulary. */
    public static SentencePieceModel of(Vocabulary vocabulary, Training training) {
        return new SentencePieceModel(
                vocabulary,
                trainerSpec(vocabulary, training).message(),
                normalizerSpec(training.text()).message(),
                new ProtobufMessage(List.of()));
    }

    private static ProtobufMessage.Writer normalizerSpec(TextRules text) {
        ProtobufMessage.Writer spec =
                new ProtobufMessage.Writer().text(1, text.normalisation().label());
        if (text.normalisation() != CharacterRules.IDENTITY) {
            spec.bytes(2, Charsmap.of(text.normalisation().rules()).bytes());
        }
        return spec.flag(3, text.spacePrefix())
                .flag(4, text.removeExtraSpaces())
                .flag(5, true);
    }

    private static ProtobufMessage.Writer trainerSpec(Vocabulary vocabulary, Training training) {
        List<Piece> pieces = vocabulary.pieces();
        ProtobufMessage.Writer spec = new ProtobufMessage.Writer()
                .number(3, training.bytePairs() ? BPE : UNIGRAM)
                .number(4, vocabulary.size())
                .decimal(10, (float) training.characterCoverage())
                .number(20, training.maximalPieceLength())
                .flag(21, training.rules().splitByScript())
                .flag(22, training.rules().splitByWhitespace())
                .flag(25, training.rules().splitDigits())
                .flag(26, training.rules().whitespaceOnlyPieces());
        pieces.stream()
                .filter(piece -> piece.kind() == PieceKind.CONTROL && !NAMED.contains(piece.text()))
                .forEach(piece -> spec.text(30, piece.text()));
        pieces.stream()
                .filter(piece -> piece.kind() == PieceKind.USER_DEFINED)
                .forEach(piece -> spec.text(31, piece.text()));
        spec.flag(35, pieces.stream().anyMatch(piece -> piece.kind() == PieceKind.BYTE));
        List<String> texts =
                pieces.stream().limit(MOST_SYMBOLS).map(Piece::text).toList();
        for (int i = 0; i < NAMED.size(); i++) {
            spec.number(40 + i, texts.indexOf(NAMED.get(i)));
        }
        for (int i = 0; i < NAMED.size(); i++) {
            spec.text(45 + i, NAMED.get(i));
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

    /** Writes the pieces and their scores as text, a line each: SentencePiece's {@code .vocab}. */
    public void writeVocabulary(Path file) {
        StringBuilder lines = new StringBuilder();
        for (Piece piece : vocabulary.pieces()) {
            String score = Float.toString((float) piece.score());
            lines.append(piece.text())
                    .append('\t')
                    .append(score.endsWith(".0") ? score.substring(0, score.length() - 2) : score)
                    .append('\n');
        }
        try {
            Files.writeString(file, lines);
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

    /** The tokenizer of this model, whose ties end as in SentencePiece before 0.2.2. */
    public Pipeline pipeline() {
        return pipeline(Unigram.Precision.SINGLE);
    }

    /** The tokenizer of this model; the precision decides which of two equally good segmentations is taken. */
    public Pipeline pipeline(Unigram.Precision precision) {
        return new SentencePiecePipeline(this, precision).build();
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
