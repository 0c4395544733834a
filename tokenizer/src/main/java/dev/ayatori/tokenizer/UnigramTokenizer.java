package dev.ayatori.tokenizer;

import dev.ayatori.tokenizer.format.HuggingFaceTokenizer;
import dev.ayatori.tokenizer.vocabulary.Piece;
import dev.ayatori.tokenizer.vocabulary.PieceKind;
import dev.ayatori.tokenizer.vocabulary.Vocabulary;
import dev.ayatori.track.Artifact;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A Unigram vocabulary that encodes text by its best segmentation (Kudo 2018).
 *
 * <p>Nothing is normalised: decoding what was encoded gives the same text, only lone surrogates become U+FFFD. A space is
 * U+2581 inside pieces; U+2581 itself, like every character without a piece, is encoded as its UTF-8 bytes.
 */
public final class UnigramTokenizer implements Tokenizer {
    private final Vocabulary vocabulary;
    private final byte[][] bytes;
    private final BestPath bestPath;
    /** Buffers of encodings that are over, for the next ones. */
    private final Queue<TokenBuffer> buffers = new ConcurrentLinkedQueue<>();

    private UnigramTokenizer(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.bestPath = new BestPath(vocabulary);
        this.bytes = new byte[vocabulary.size()][];
        for (int id = 0; id < bytes.length; id++) {
            bytes[id] = vocabulary.bytesOf(id);
        }
    }

    public static UnigramTokenizer of(Vocabulary vocabulary) {
        return new UnigramTokenizer(vocabulary);
    }

    /** The tokenizer of a finished artifact. */
    public static UnigramTokenizer of(Artifact tokenizer) {
        return read(tokenizer.file(TrainTokenizer.TOKENIZER_JSON));
    }

    /** Reads a Hugging Face {@code tokenizer.json} as {@link HuggingFaceTokenizer} writes it. */
    public static UnigramTokenizer read(Path tokenizerJson) {
        return new UnigramTokenizer(HuggingFaceTokenizer.read(tokenizerJson));
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    @Override
    public int vocabularySize() {
        return vocabulary.size();
    }

    @Override
    public int[] encode(String text) {
        TokenBuffer buffer = filled(text);
        int[] ids = buffer.ids();
        buffers.add(buffer);
        return ids;
    }

    @Override
    public Encoding encodeWithOffsets(String text) {
        TokenBuffer buffer = filled(text);
        Encoding encoding = buffer.encoding();
        buffers.add(buffer);
        return encoding;
    }

    private TokenBuffer filled(String text) {
        TokenBuffer reused = buffers.poll();
        TokenBuffer buffer = reused == null ? new TokenBuffer() : reused;
        buffer.clear();
        bestPath.encode(text, buffer);
        return buffer;
    }

    @Override
    public String decode(int[] ids) {
        ByteArrayOutputStream text = new ByteArrayOutputStream(ids.length * 4);
        for (int id : ids) {
            text.writeBytes(bytesOf(id));
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    @Override
    public StreamingDecoder streamingDecoder() {
        return new Utf8StreamingDecoder(this::bytesOf);
    }

    private byte[] bytesOf(int id) {
        checkId(id);
        return bytes[id];
    }

    private void checkId(int id) {
        if (id < 0 || id >= bytes.length) {
            throw new IllegalArgumentException("an id must be between 0 and " + (bytes.length - 1) + ", but is " + id
                    + "; was it made with another vocabulary?");
        }
    }

    @Override
    public String piece(int id) {
        checkId(id);
        return vocabulary.pieces().get(id).text();
    }

    @Override
    public boolean isControl(int id) {
        checkId(id);
        Piece piece = vocabulary.pieces().get(id);
        return piece.kind() == PieceKind.CONTROL || piece.kind() == PieceKind.UNKNOWN;
    }

    @Override
    public int unknown() {
        return 0;
    }

    @Override
    public int startOfText() {
        return 1;
    }

    @Override
    public int endOfText() {
        return 2;
    }

    @Override
    public int padding() {
        return 3;
    }

    @Override
    public int user() {
        return 4;
    }

    @Override
    public int assistant() {
        return 5;
    }
}
