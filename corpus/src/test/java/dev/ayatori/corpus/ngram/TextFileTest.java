package dev.ayatori.corpus.ngram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ayatori.track.AyatoriException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class TextFileTest {
    private static List<String> lines(String name, byte[] bytes) {
        List<String> lines = new ArrayList<>();
        AtomicLong read = new AtomicLong();
        try (TextFile file = new TextFile(name, new ByteArrayInputStream(bytes), read::addAndGet)) {
            for (String line = file.next(); line != null; line = file.next()) {
                lines.add(line);
                assertThat(file.number()).isEqualTo(lines.size());
            }
        }
        // of a gzip header four bytes go by uncounted
        assertThat(read).hasValue(bytes.length - (name.endsWith(".gz") ? 4 : 0));
        return lines;
    }

    private static List<String> lines(String text) {
        return lines("text", text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void endsLinesAsAnySystemDoes() {
        assertThat(lines("a\nb\r\n\r\nc\rd\n\ne")).containsExactly("a", "b", "", "c", "d", "", "e");
        assertThat(lines("a\r\n")).containsExactly("a");
        assertThat(lines("\n")).containsExactly("");
        assertThat(lines("")).isEmpty();
    }

    @Test
    void passesOverAByteOrderMarkInFrontOfAll() {
        assertThat(lines("\uFEFFa\n\uFEFFb")).containsExactly("a", "\uFEFFb");
    }

    @Test
    void readsLinesLongerThanItsBuffer() {
        String line = "糸を結ぶ".repeat(100_000);
        assertThat(lines("a\r\n" + line + "\r\n" + line + line)).containsExactly("a", line, line + line);
    }

    @Test
    void namesTheLineThatIsNoUtf8() {
        byte[] bytes = "a\n\uFFFD\nb\u3042\n".getBytes(StandardCharsets.UTF_8);
        assertThat(lines("text", bytes)).containsExactly("a", "\uFFFD", "bあ");
        byte[] broken = Arrays.copyOf(bytes, bytes.length - 2);
        assertThatThrownBy(() -> lines("text", broken))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining("line 3 of text is no UTF-8");
    }

    @Test
    void readsGzipAndNoticesWhereItWasCutOff() throws Exception {
        byte[] whole = gzip("a\nb\n");
        assertThat(lines("text.gz", whole)).containsExactly("a", "b");
        assertThatThrownBy(() -> lines("text.gz", Arrays.copyOf(whole, whole.length - 9)))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining("text.gz cannot be read")
                .hasMessageContaining("it was cut off");
        assertThatThrownBy(() -> lines("text.gz", "a\n".repeat(20).getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("is no gzip file");
    }
}
