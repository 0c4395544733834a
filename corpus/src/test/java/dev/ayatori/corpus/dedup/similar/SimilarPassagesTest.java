package dev.ayatori.corpus.dedup.similar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ayatori.corpus.dedup.Cut;
import dev.ayatori.corpus.dedup.DuplicateSettings;
import dev.ayatori.corpus.dedup.KeyRange;
import dev.ayatori.corpus.dedup.PassageUnit;
import dev.ayatori.corpus.dedup.ShingleUnit;
import dev.ayatori.corpus.dedup.SimHash;
import dev.ayatori.corpus.dedup.substring.Copies;
import dev.ayatori.corpus.spill.RecordSorter;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimilarPassagesTest {
    private static final int PARTITIONS = 3;
    private static final int PARTS = 4;

    @TempDir
    private Path folder = Path.of("");

    private static DuplicateSettings settings(PassageUnit unit, int bits) {
        return new DuplicateSettings(
                true, PassageUnit.NONE, 40, 0, unit, 60, bits, ShingleUnit.CHARACTERS, 5, 0.8, 14, 8, 0.5, 0, 3, 0.5);
    }

    /** Paragraphs of their own, and paragraphs of earlier texts with some characters changed. */
    private static List<String> texts(Random random, int count) {
        List<String> paragraphs = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<String> text = new ArrayList<>();
            for (int paragraph = 0; paragraph < 4; paragraph++) {
                StringBuilder next = new StringBuilder();
                if (paragraphs.isEmpty() || random.nextInt(3) == 0) {
                    random.ints(40 + random.nextInt(200), 0x3042, 0x3042 + 70).forEach(next::appendCodePoint);
                } else {
                    next.append(paragraphs.get(random.nextInt(paragraphs.size())));
                    for (int change = random.nextInt(4); change > 0; change--) {
                        next.setCharAt(random.nextInt(next.length()), '変');
                    }
                }
                paragraphs.add(next.toString());
                text.add(next.toString());
            }
            texts.add(String.join("\n\n", text));
        }
        return texts;
    }

    private static List<List<Cut>> bruteForce(List<String> texts, DuplicateSettings settings) {
        List<Long> before = new ArrayList<>();
        List<List<Cut>> all = new ArrayList<>();
        for (String text : texts) {
            List<Cut> cuts = new ArrayList<>();
            for (PassageUnit.Part passage : settings.similarPassages().of(text)) {
                if (passage.text().length() >= settings.similarCharacters()) {
                    long fingerprint = SimHash.of(passage.text());
                    if (before.stream()
                            .anyMatch(other -> SimHash.distance(other, fingerprint) <= settings.similarBits())) {
                        cuts.add(new Cut(Cut.Why.SIMILAR, passage.from(), passage.to()));
                    }
                    before.add(fingerprint);
                }
            }
            all.add(cuts);
        }
        return all;
    }

    private List<List<Cut>> found(List<String> texts, DuplicateSettings settings) throws InterruptedException {
        SimilarPassages similar = new SimilarPassages(settings);
        List<Path> files = new ArrayList<>();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            Path place = folder.resolve("fingerprints" + partition);
            SimilarPassages.Writer writer = similar.new Writer(partition, place, 1);
            long offset = 0;
            for (int i = partition; i < texts.size(); i += PARTITIONS) {
                writer.add(texts.get(i), i, offset);
                offset += texts.get(i).length();
            }
            RecordSorter.names(place.toString(), writer.finish()).map(Path::of).forEach(files::add);
        }
        List<Path> places = IntStream.range(0, PARTS)
                .mapToObj(part -> folder.resolve("places" + part))
                .toList();
        for (int part = 0; part < PARTS; part++) {
            similar.merge(files, new KeyRange(part, PARTS), places.get(part));
        }
        List<List<Cut>> all = new ArrayList<>();
        texts.forEach(text -> all.add(List.of()));
        try (Arena arena = Arena.ofConfined()) {
            for (int partition = 0; partition < PARTITIONS; partition++) {
                SimilarPassages.Copies copies = similar.new Copies(Copies.of(places, partition, arena));
                long offset = 0;
                for (int i = partition; i < texts.size(); i += PARTITIONS) {
                    all.set(i, copies.next(texts.get(i), offset));
                    offset += texts.get(i).length();
                }
            }
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 6})
    void findsEveryPairThatBruteForceFinds(int bits) throws Exception {
        List<String> texts = texts(new Random(bits), 250);
        List<List<Cut>> expected = bruteForce(texts, settings(PassageUnit.PARAGRAPH, bits));
        assertThat(expected.stream().mapToInt(List::size).sum()).isBetween(100, 900);
        assertThat(found(texts, settings(PassageUnit.PARAGRAPH, bits))).isEqualTo(expected);
    }

    @Test
    void comparesLinesWhereAsked() throws Exception {
        List<String> texts = texts(new Random(9), 60).stream()
                .map(text -> text.replace("\n\n", "\n"))
                .toList();
        assertThat(found(texts, settings(PassageUnit.LINE, 3)))
                .isEqualTo(bruteForce(texts, settings(PassageUnit.LINE, 3)));
    }

    @Property(tries = 200)
    void fingerprintsThatDifferInFewBitsShareAKey(@ForAll long fingerprint, @ForAll @IntRange(max = 6) int bits) {
        Random random = new Random(fingerprint);
        long other = fingerprint;
        for (int i = 0; i < bits; i++) {
            other ^= 1L << random.nextInt(64);
        }
        long[] left = new BlockKeys(bits).of(fingerprint);
        long[] right = new BlockKeys(bits).of(other);
        assertThat(IntStream.range(0, left.length).anyMatch(i -> left[i] == right[i]))
                .isTrue();
    }

    @Test
    void fingerprintsOfLikeTextsDifferLittle() {
        String text = "親指と小指に糸をかけてから、中指で向かいの糸を取り、親指の糸を外すと、四段の梯子が広がります。".repeat(3);
        assertThat(SimHash.distance(SimHash.of(text), SimHash.of(text.replaceFirst("四段", "五段"))))
                .isLessThanOrEqualTo(6);
        assertThat(SimHash.distance(SimHash.of(text), SimHash.of("東京の塔から川の星へ橋を渡す話を、月の夜に亀が聞きました。".repeat(4))))
                .isGreaterThan(12);
        assertThat(SimHash.of("Ａｂｃ　ｄｅｆ")).isEqualTo(SimHash.of("abc  def"));
    }
}
