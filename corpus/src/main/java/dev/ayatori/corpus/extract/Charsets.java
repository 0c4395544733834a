package dev.ayatori.corpus.extract;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Guesses the encoding of undeclared bytes: valid UTF-8 is UTF-8; among Japanese encodings the one that gives Japanese;
 * else what ICU finds.
 */
final class Charsets {
    private static final int ESCAPE = 0x1B;
    private static final int SAMPLE = 1 << 16;
    /** In percent; with less the Latin encoding of most of the web is as likely. */
    private static final int CONFIDENCE = 20;

    private static final List<Charset> EIGHT_BIT_JAPANESE =
            List.of(Charset.forName("EUC-JP"), Charset.forName("windows-31j"));

    private Charsets() {}

    /** The likeliest encoding the bytes are valid in. */
    static Optional<Charset> guess(byte[] content) {
        if (isShifted(content)) {
            return Optional.of(Charset.forName("ISO-2022-JP"));
        }
        if (TextDecoder.strict(content, StandardCharsets.UTF_8).isPresent()) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        return EIGHT_BIT_JAPANESE.stream()
                .filter(charset -> japanese(content, charset) > 0)
                .max(Comparator.comparingDouble(charset -> japanese(content, charset)))
                .or(() -> byStatistics(content))
                .or(() -> TextDecoder.strict(content, Charset.forName("windows-1252"))
                        .map(text -> Charset.forName(text.charset())));
    }

    /** What ICU's detector finds likeliest among the encodings in which all bytes have a meaning. */
    private static Optional<Charset> byStatistics(byte[] content) {
        CharsetDetector detector = new CharsetDetector();
        detector.setText(content.length <= SAMPLE ? content : Arrays.copyOf(content, SAMPLE));
        return Arrays.stream(detector.detectAll())
                .filter(match -> match.getConfidence() >= CONFIDENCE)
                .map(CharsetMatch::getName)
                .filter(name -> !name.contains("_"))
                .flatMap(name -> CharsetNames.find(name).stream())
                .filter(charset -> TextDecoder.strict(content, charset).isPresent())
                .findFirst();
    }

    /** Only seven-bit bytes and the escape that begins JIS X 0208. */
    private static boolean isShifted(byte[] content) {
        boolean escape = false;
        for (int i = 0; i < content.length; i++) {
            if (content[i] < 0) {
                return false;
            }
            escape |= content[i] == ESCAPE && i + 2 < content.length && content[i + 1] == '$';
        }
        return escape;
    }

    /** Share of kana among the characters beyond ASCII, halfwidth kana counting against; negative when not valid. */
    private static double japanese(byte[] content, Charset charset) {
        return TextDecoder.strict(content, charset)
                .map(text -> kanaShare(text.text()))
                .orElse(-1.0);
    }

    private static double kanaShare(String text) {
        int kana = 0;
        int beyondAscii = 0;
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each > 0x7F) {
                beyondAscii++;
                kana += each >= 0x3041 && each <= 0x30FF ? 1 : each >= 0xFF61 && each <= 0xFF9F ? -1 : 0;
            }
        }
        return beyondAscii == 0 ? 0 : (double) kana / beyondAscii;
    }
}
