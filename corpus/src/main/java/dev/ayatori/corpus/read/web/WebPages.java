package dev.ayatori.corpus.read.web;

import dev.ayatori.corpus.page.InputFile;
import dev.ayatori.corpus.page.PageContent;
import dev.ayatori.corpus.page.PageKind;
import dev.ayatori.corpus.page.Place;
import dev.ayatori.corpus.page.RawPage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes pages of those records that hold one: answered HTML and plain text. */
final class WebPages {
    private static final Pattern CHARSET = Pattern.compile("charset\\s*=\\s*[\"']?\\s*([\\w:.-]+)");
    private static final int OK = 200;
    private static final int SNIFFED = 512;

    private final InputFile file;

    WebPages(InputFile file) {
        this.file = file;
    }

    /** The page that a record holds; empty when it holds none. */
    Optional<RawPage> page(WebRecord record, Place place) throws IOException {
        if (!record.uri().regionMatches(true, 0, "http", 0, 4)) {
            return Optional.empty();
        }
        return switch (record.type()) {
            case "response" -> response(record, place);
            case "resource" ->
                kind(record.contentType(), record.block())
                        .map(kind -> page(record, place, kind, bytes(record.block(), record.contentType()), ""));
            case "conversion" -> Optional.of(page(record, place, PageKind.TEXT, text(record.block()), ""));
            default -> Optional.empty();
        };
    }

    private Optional<RawPage> response(WebRecord record, Place place) throws IOException {
        HttpResponse response = HttpResponse.parse(record.block());
        String contentType = response.field("content-type");
        if (response.status() != OK) {
            return Optional.empty();
        }
        return kind(contentType, response.body())
                .map(kind ->
                        page(record, place, kind, bytes(response.body(), contentType), response.field("x-robots-tag")));
    }

    private RawPage page(WebRecord record, Place place, PageKind kind, PageContent content, String robots) {
        SortedMap<String, String> metadata = new TreeMap<>();
        if (!robots.isEmpty()) {
            metadata.put("robots", robots.toLowerCase(Locale.ROOT));
        }
        return new RawPage(
                place,
                record.uri(),
                file.collection(),
                file.licence(),
                record.date().isEmpty() ? file.date() : record.date(),
                "",
                kind,
                content,
                metadata);
    }

    private static PageContent bytes(byte[] body, String contentType) {
        Matcher charset = CHARSET.matcher(contentType.toLowerCase(Locale.ROOT));
        return new PageContent.Bytes(body, charset.find() ? charset.group(1) : "");
    }

    /** Extracted text is UTF-8 by its format. */
    private static PageContent text(byte[] block) throws IOException {
        try {
            return new PageContent.Text(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(block))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new IOException("its text is not UTF-8", e);
        }
    }

    private static Optional<PageKind> kind(String contentType, byte[] body) {
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return switch (type) {
            case "text/html", "application/xhtml+xml" -> Optional.of(PageKind.HTML);
            case "text/plain" -> Optional.of(PageKind.TEXT);
            case "" -> looksLikeHtml(body) ? Optional.of(PageKind.HTML) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static boolean looksLikeHtml(byte[] body) {
        String start = new String(body, 0, Math.min(body.length, SNIFFED), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
        return start.contains("<html") || start.contains("<!doctype html");
    }
}
