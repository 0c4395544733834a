package dev.ayatori.tokenizer;

import dev.ayatori.tokenizer.vocabulary.DoubleArray;
import dev.ayatori.tokenizer.vocabulary.Piece;
import dev.ayatori.tokenizer.vocabulary.PieceKind;
import dev.ayatori.tokenizer.vocabulary.Vocabulary;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the segmentation of highest total score (Viterbi 1967) over UTF-16 characters.
 *
 * <p>Places are visited from left to right and a path is replaced only by a strictly better one, as SentencePiece and
 * Hugging Face tokenizers do, so ties end alike. Text is searched in stretches between characters that stand in no
 * piece but their own, such as line feeds: every path passes there.
 */
final class BestPath {
    /** How far an unknown character lies below the worst score, in both peers. */
    private static final double UNKNOWN_PENALTY = 10;

    private static final int UNKNOWN = -1;

    /** Code of each UTF-16 character; 0 for those in no piece. Maps the space to what stands for it in pieces. */
    private final char[] codes = new char[1 << 16];
    /** By code: whether the character is in no piece but its own. */
    private final boolean[] alone;

    private final DoubleArray trie;
    /** Id and score by the value of the trie. */
    private final int[] ids;

    private final double[] scores;
    private final double unknownScore;
    private final int[] byteIds = new int[256];

    BestPath(Vocabulary vocabulary) {
        List<Piece> pieces = vocabulary.pieces();
        Arrays.fill(byteIds, 0);
        vocabulary.ids().forEach((text, id) -> {
            if (pieces.get(id).kind() == PieceKind.BYTE) {
                byteIds[Integer.parseInt(text.substring(3, 5), 16)] = id;
            }
        });
        int[] learned = IntStream.range(0, pieces.size())
                .filter(id -> pieces.get(id).kind() == PieceKind.NORMAL
                        && !pieces.get(id).text().isEmpty())
                .toArray();
        int size = assignCodes(pieces, learned);
        int[][] keys = new int[pieces.size()][];
        for (int id : learned) {
            keys[id] = pieces.get(id).text().chars().map(c -> codes[c]).toArray();
        }
        ids = Arrays.stream(learned)
                .boxed()
                .sorted(Comparator.comparing((Integer id) -> keys[id], Arrays::compare))
                .mapToInt(id -> id)
                .toArray();
        scores = Arrays.stream(ids).mapToDouble(id -> pieces.get(id).score()).toArray();
        unknownScore = Arrays.stream(scores).min().orElse(0) - UNKNOWN_PENALTY;
        alone = aloneCodes(keys, learned, size);
        trie = DoubleArray.build(Arrays.stream(ids).mapToObj(id -> keys[id]).toArray(int[][]::new), size);
        codes[' '] = codes[Vocabulary.SPACE];
        codes[Vocabulary.SPACE] = 0;
    }

    private int assignCodes(List<Piece> pieces, int[] learned) {
        int next = 1;
        for (int id : learned) {
            String text = pieces.get(id).text();
            for (int i = 0; i < text.length(); i++) {
                if (codes[text.charAt(i)] == 0) {
                    codes[text.charAt(i)] = (char) next++;
                }
            }
        }
        return next;
    }

    private static boolean[] aloneCodes(int[][] keys, int[] learned, int size) {
        boolean[] alone = new boolean[size];
        Arrays.fill(alone, true);
        for (int id : learned) {
            if (keys[id].length > 1) {
                for (int code : keys[id]) {
                    alone[code] = false;
                }
            }
        }
        alone[0] = false;
        return alone;
    }

    /** Adds the tokens of the text to the buffer. */
    void encode(String text, TokenBuffer buffer) {
        int length = text.length();
        int start = 0;
        while (start < length) {
            int end = start;
            while (end < length && !alone[codes[text.charAt(end)]]) {
                end++;
            }
            if (end > start) {
                encodeStretch(text, start, end, buffer);
            }
            for (; end < length && alone[codes[text.charAt(end)]]; end++) {
                buffer.add(ids[trie.value(trie.step(DoubleArray.ROOT, codes[text.charAt(end)]))], end, end + 1);
            }
            start = end;
        }
    }

    private void encodeStretch(String text, int start, int end, TokenBuffer buffer) {
        int length = end - start;
        buffer.reserve(length);
        for (int i = 0; i < length; i++) {
            buffer.codes[i] = codes[text.charAt(start + i)];
            buffer.origins[i + 1] = UNKNOWN;
        }
        buffer.scores[0] = 0;
        for (int i = 0; i < length; ) {
            int width = width(text, start + i, end);
            extend(buffer, i, length, width);
            i += width;
        }
        int from = buffer.size();
        for (int i = length; i > 0; i = buffer.origins[i]) {
            int origin = buffer.origins[i];
            if (buffer.tokens[i] == UNKNOWN) {
                addBytes(text, start + origin, start + i, buffer);
            } else {
                buffer.add(ids[buffer.tokens[i]], start + origin, start + i);
            }
        }
        buffer.reverseFrom(from);
    }

    /** Follows every piece that starts at a place and keeps the better path to where it ends. */
    private void extend(TokenBuffer buffer, int place, int length, int width) {
        double score = buffer.scores[place];
        boolean whole = false;
        int node = DoubleArray.ROOT;
        for (int i = place; i < length; ) {
            node = trie.step(node, buffer.codes[i++]);
            if (node == DoubleArray.NONE) {
                break;
            }
            int value = trie.value(node);
            if (value != DoubleArray.NONE) {
                whole |= i - place == width;
                reach(buffer, i, score + scores[value], value, place);
            }
        }
        if (!whole) {
            reach(buffer, place + width, score + unknownScore, UNKNOWN, place);
        }
    }

    private static void reach(TokenBuffer buffer, int place, double score, int token, int origin) {
        if (buffer.origins[place] == UNKNOWN || score > buffer.scores[place]) {
            buffer.scores[place] = score;
            buffer.tokens[place] = token;
            buffer.origins[place] = origin;
        }
    }

    /** Characters of the code point at a place: 2 for a pair of surrogates. */
    private static int width(String text, int place, int end) {
        return Character.isHighSurrogate(text.charAt(place))
                        && place + 1 < end
                        && Character.isLowSurrogate(text.charAt(place + 1))
                ? 2
                : 1;
    }

    /** Adds the UTF-8 bytes of one character, last byte first; a lone surrogate becomes U+FFFD. */
    private void addBytes(String text, int start, int end, TokenBuffer buffer) {
        int point = text.codePointAt(start);
        int codePoint = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 0xFFFD : point;
        int rest = codePoint;
        if (codePoint < 0x80) {
            buffer.add(byteIds[codePoint], start, end);
            return;
        }
        int continuation = codePoint < 0x800 ? 1 : codePoint < 0x10000 ? 2 : 3;
        for (int i = 0; i < continuation; i++) {
            buffer.add(byteIds[0x80 | rest & 0x3F], start, end);
            rest >>= 6;
        }
        int lead = switch (continuation) {
            case 1 -> 0xC0;
            case 2 -> 0xE0;
            default -> 0xF0;
        };
        buffer.add(byteIds[lead | rest], start, end);
    }
}
