package dev.ayatori.corpus.read.aozora;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Characters of JIS X 0213 by plane, row and cell, as notes give them: {@code 第3水準1-85-8}. */
final class JisPlane {
    private static final Pattern PLACE = Pattern.compile("([12])-(\\d{1,2})-(\\d{1,2})");
    private static final Charset EUC = Charset.forName("x-SJIS_0213");
    private static final String UNKNOWN = "〓";

    private JisPlane() {}

    /** The character at the place that a note names; the sign for a missing one when it names none. */
    static String character(String note) {
        Matcher place = PLACE.matcher(note);
        if (!place.find()) {
            return UNKNOWN;
        }
        int plane = Integer.parseInt(place.group(1));
        int row = Integer.parseInt(place.group(2));
        int cell = Integer.parseInt(place.group(3));
        if (row < 1 || row > 94 || cell < 1 || cell > 94) {
            return UNKNOWN;
        }
        try {
            return EUC.newDecoder()
                    .decode(ByteBuffer.wrap(shiftJis(plane, row, cell)))
                    .toString();
        } catch (CharacterCodingException e) {
            return UNKNOWN;
        }
    }

    /** The bytes of Shift_JIS-2004 (JIS X 0213:2004, annex 1). */
    private static byte[] shiftJis(int plane, int row, int cell) {
        int first;
        if (plane == 1) {
            first = row <= 62 ? (row + 0x101) / 2 : (row + 0x181) / 2;
        } else {
            first = switch (row) {
                case 1, 3, 4, 5, 8, 12, 13, 14, 15 -> (row + 0x1DF) / 2 - row / 8 * 3;
                default -> (row + 0x19B) / 2;
            };
        }
        int second = row % 2 == 0 ? cell + 0x9E : cell <= 63 ? cell + 0x3F : cell + 0x40;
        return new byte[] {(byte) first, (byte) second};
    }
}
