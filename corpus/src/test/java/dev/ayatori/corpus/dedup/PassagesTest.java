package dev.ayatori.corpus.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassagesTest {
    @TempDir
    private Path folder = Path.of("");

    private static DuplicateSettings settings(PassageUnit unit, int characters) {
        return new DuplicateSettings(
                true,
                unit,
                characters,
                0,
                PassageUnit.NONE,
                100,
                3,
                ShingleUnit.CHARACTERS,
                5,
                0.8,
                14,
                8,
                0.5,
                0,
                3,
                0.5);
    }

    /** Every text after the later copies of its passages have gone; owners are the places in the list. */
    private List<String> kept(List<String> texts, DuplicateSettings settings, int parts) {
        Passages passages = new Passages(settings);
        List<Path> files = new ArrayList<>();
        for (int half = 1; half >= 0; half--) {
            Path place = folder.resolve("half" + half);
            Passages.Writer writer = passages.new Writer(place, 1);
            for (int i = half; i < texts.size(); i += 2) {
                writer.add(texts.get(i), owner(i));
            }
            int count = writer.finish();
            IntStream.range(0, count).forEach(number -> files.add(Path.of(place + "." + number)));
        }
        List<Path> hashes = new ArrayList<>();
        List<Path> owners = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            hashes.add(folder.resolve("hashes" + part));
            owners.add(folder.resolve("owners" + part));
            Passages.merge(files, new KeyRange(part, parts), hashes.getLast(), owners.getLast());
        }
        try (Passages.Table table = passages.new Table(hashes, owners)) {
            return IntStream.range(0, texts.size())
                    .mapToObj(i -> Cut.remains(texts.get(i), table.cuts(texts.get(i), owner(i)))
                            .stripTrailing())
                    .toList();
        }
    }

    private static long owner(int place) {
        return Passages.owner(place / 10, (long) place << 40);
    }

    @Test
    void keepsTheFirstOfEachLineAsBruteForceDoes() {
        Random random = new Random(1);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            texts.add(random.ints(12, 0, 3000)
                    .distinct()
                    .mapToObj(line -> line % 7 == 0 ? "short" : "line number " + line)
                    .collect(Collectors.joining("\n")));
        }
        Set<String> seen = new HashSet<>();
        List<String> expected = new ArrayList<>();
        for (String text : texts) {
            expected.add(text.lines()
                    .filter(line -> line.length() < 8 || !seen.contains(line))
                    .collect(Collectors.joining("\n")));
            text.lines().forEach(seen::add);
        }
        assertThat(expected).isNotEqualTo(texts);
        assertThat(kept(texts, settings(PassageUnit.LINE, 8), 5)).isEqualTo(expected);
    }

    @Test
    void comparesWholeParagraphs() {
        List<String> texts = List.of("one\ntwo\n\nthree and more", "four\n \n one\ntwo \n\nthree", "three and more");
        assertThat(kept(texts, settings(PassageUnit.PARAGRAPH, 4), 1))
                .containsExactly("one\ntwo\n\nthree and more", "four\n \nthree", "");
    }

    @Test
    void comparesNothingUnlessAsked() {
        List<String> texts = List.of("the same line", "the same line");
        assertThat(kept(texts, settings(PassageUnit.NONE, 4), 1)).isEqualTo(texts);
    }
}
