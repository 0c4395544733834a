package dev.ayatori.corpus.extract;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the encoding names of the web mean. */
final class CharsetNames {
    private static final int SNIFFED = 4096;
    private static final Pattern IN_HTML = Pattern.compile(
            "<(?:meta[^>]*?charset|\\?xml[^>]*?encoding)\\s*=\\s*[\"']?\\s*([\\w:.-]+)", Pattern.CASE_INSENSITIVE);

    private CharsetNames() {}

    /** The encoding of a name as browsers take it; empty for names nobody knows. */
    static Optional<Charset> find(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT);
        String meant = switch (plain) {
            case "shift_jis", "shift-jis", "sjis", "x-sjis", "ms_kanji", "ms932", "cp932", "windows-31j" ->
                "windows-31j";
            case "iso-8859-1", "latin1", "us-ascii", "ascii" -> "windows-1252";
            case "x-euc-jp", "eucjp", "euc_jp" -> "EUC-JP";
            default -> plain;
        };
        if (meant.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Charset.forName(meant));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    /** The name an HTML page gives in its first bytes, empty when none. A page readable so far cannot be UTF-16. */
    static String inHtml(byte[] html) {
        String start = new String(html, 0, Math.min(html.length, SNIFFED), StandardCharsets.ISO_8859_1);
        Matcher name = IN_HTML.matcher(start);
        if (!name.find()) {
            return "";
        }
        return name.group(1).toLowerCase(Locale.ROOT).startsWith("utf-16") ? "UTF-8" : name.group(1);
    }
}
