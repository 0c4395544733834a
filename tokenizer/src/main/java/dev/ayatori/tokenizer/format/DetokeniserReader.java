package dev.ayatori.tokenizer.format;

import dev.ayatori.tokenizer.pipeline.Detokeniser.Start;
import dev.ayatori.tokenizer.vocabulary.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The {@code decoder} of a tokenizer.json as what it does to each piece and to the start of a text.
 *
 * @param replaced strings and what takes their place in each piece
 * @param byteLevel whether pieces are bytes in GPT-2's alphabet
 * @param byteFallback whether pieces such as {@code <0x0A>} are bytes
 * @param start what is taken away at the start
 */
record DetokeniserReader(Map<String, String> replaced, boolean byteLevel, boolean byteFallback, Start start) {

    static DetokeniserReader read(JsonFields decoder) {
        Map<String, String> replaced = new TreeMap<>();
        boolean byteLevel = false;
        boolean byteFallback = false;
        boolean fused = false;
        Start start = Start.KEPT;
        for (JsonFields step : steps(decoder)) {
            switch (step.type()) {
                case "ByteLevel" -> byteLevel = true;
                case "ByteFallback" -> byteFallback = true;
                case "Fuse" -> fused = true;
                case "Metaspace" -> {
                    replaced.put(Character.toString(step.character("replacement", "\u2581")), " ");
                    boolean prepends = step.flag("add_prefix_space", true)
                            && !step.text("prepend_scheme", "always").equals("never");
                    start = prepends ? Start.SPACES_OF_FIRST_TOKEN : Start.KEPT;
                }
                case "Strip" -> {
                    boolean one = step.number("start", 0) == 1 && step.number("stop", 0) == 0;
                    if (!fused || !one || step.character("content", " ") != ' ') {
                        throw step.unsupported("Strip of anything but one space at the start of the fused text");
                    }
                    start = Start.ONE_SPACE;
                }
                case "Replace" -> {
                    String expression = step.child("pattern").text("Regex", "");
                    if (fused && step.text("content").isEmpty() && isTextStart(expression)) {
                        start = Start.ONE_SPACE;
                    } else if (fused || NormaliserReader.literal(step).isEmpty()) {
                        throw step.unsupported("Replace of " + step.node().path("pattern") + " here");
                    } else {
                        replaced.put(NormaliserReader.literal(step), step.text("content"));
                    }
                }
                default -> throw step.unsupported(step.type());
            }
        }
        return new DetokeniserReader(replaced, byteLevel, byteFallback, start);
    }

    private static boolean isTextStart(String expression) {
        return expression.equals(NormaliserReader.TEXT_START + " ");
    }

    private static List<JsonFields> steps(JsonFields decoder) {
        if (decoder.isAbsent()) {
            return List.of();
        }
        if (!decoder.type().equals("Sequence")) {
            return List.of(decoder);
        }
        List<JsonFields> steps = new ArrayList<>();
        for (int i = 0; i < decoder.node().path("decoders").size(); i++) {
            JsonFields step = new JsonFields(
                    decoder.path() + ".decoders[" + i + "]",
                    decoder.node().path("decoders").path(i));
            steps.addAll(steps(step));
        }
        return steps;
    }

    /** The bytes a piece stands for. */
    byte[] bytes(String piece, ByteAlphabet alphabet) {
        if (byteFallback && Vocabulary.isByte(piece)) {
            return new byte[] {(byte) Vocabulary.byteOf(piece)};
        }
        if (byteLevel) {
            return alphabet.covers(piece)
                    ? alphabet.decode(piece).getBytes(StandardCharsets.ISO_8859_1)
                    : piece.getBytes(StandardCharsets.UTF_8);
        }
        String text = piece;
        for (Map.Entry<String, String> step : replaced.entrySet()) {
            text = text.replace(step.getKey(), step.getValue());
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
