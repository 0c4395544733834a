package dev.ayatori.corpus.read.wiki;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ayatori.corpus.page.Collected;
import dev.ayatori.corpus.read.InputReader;
import dev.ayatori.corpus.source.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Compares with the text that wp2txt makes of the same slice of the Japanese Wikipedia. */
@Tag("data")
class Wp2txtTest {
    private static final Path DATA = Path.of(System.getProperty("ayatori.shared.data"), "wiki-dump-wp2txt");
    private static final Pattern TITLE = Pattern.compile("\\[\\[(.+)]]");
    private static final Pattern SENTENCE = Pattern.compile("[^。]+。");
    private static final Pattern DATE = Pattern.compile("[12]\\d{3}年\\d{1,2}月(\\d{1,2}日)?");
    private static final Pattern MARKUP = Pattern.compile(
            "\\{\\{|}}|\\[\\[|]]|\\{\\||\\|}|'''|</?[a-z]+[ />]|<!--|&[a-z]+;|__[A-Z]+__|^=|\\[https?:|thumb\\|",
            Pattern.MULTILINE);

    private enum Difference {
        NONE,
        /** wp2txt keeps brackets, quotes or the language before a link; or drops brackets of the text. */
        SIGNS,
        /** wp2txt sets the date of a maintenance template into the sentence. */
        DATE_OF_A_TEMPLATE,
        /** wp2txt keeps an address, an image's caption or a template's argument inside the sentence, or loses a part. */
        PART,
        OTHER
    }

    @Test
    void keepsTheSentencesThatWp2txtKeeps() throws IOException {
        Collected found = new Collected();
        InputReader.read(Collected.file(DATA.resolve("data/testdata_ja.bz2"), Format.WIKI), found);
        assertThat(found.quarantined).isEmpty();
        Map<String, String> ours = new HashMap<>();
        for (int i = 0; i < found.pages.size(); i++) {
            ours.put(found.pages.get(i).title(), found.texts().get(i));
        }
        assertThat(ours.values())
                .allSatisfy(text -> assertThat(MARKUP.matcher(text)
                                .results()
                                .map(hit -> text.substring(
                                        Math.max(0, hit.start() - 10), Math.min(text.length(), hit.end() + 10))))
                        .as("markup")
                        .isEmpty());
        Map<Difference, Integer> differences = new TreeMap<>();
        String article = "";
        for (String line : Files.readAllLines(DATA.resolve("reference_output_wp2txt/testdata_ja.txt"))) {
            Matcher title = TITLE.matcher(line);
            if (title.matches()) {
                article = ours.getOrDefault(title.group(1), "");
            } else if (!article.isEmpty() && !line.startsWith("CATEGORIES") && !line.startsWith("==")) {
                String whole = article;
                SENTENCE.matcher(line)
                        .results()
                        .forEach(sentence -> differences.merge(difference(sentence.group(), whole), 1, Integer::sum));
            }
        }
        int all = differences.values().stream().mapToInt(Integer::intValue).sum();
        int kept = all - differences.getOrDefault(Difference.PART, 0) - differences.getOrDefault(Difference.OTHER, 0);
        System.out.println(differences);
        assertThat(all).isGreaterThan(16_000);
        assertThat(kept).as(differences.toString()).isGreaterThanOrEqualTo((int) Math.ceil(0.99 * all));
    }

    private static Difference difference(String sentence, String article) {
        String theirs = sentence.replaceAll("\\s", "");
        String ours = article.replaceAll("\\s", "");
        if (ours.contains(theirs)) {
            return Difference.NONE;
        }
        theirs = withoutSigns(theirs);
        ours = withoutSigns(ours);
        if (ours.contains(theirs)) {
            return Difference.SIGNS;
        }
        if (DATE.matcher(ours).replaceAll("").contains(DATE.matcher(theirs).replaceAll(""))) {
            return Difference.DATE_OF_A_TEMPLATE;
        }
        int begin = 0;
        while (begin < theirs.length() && ours.contains(theirs.substring(0, begin + 1))) {
            begin++;
        }
        int end = theirs.length();
        while (end > begin && ours.contains(theirs.substring(end - 1))) {
            end--;
        }
        return end - begin < theirs.length() / 2 ? Difference.PART : Difference.OTHER;
    }

    private static String withoutSigns(String text) {
        return text.replaceAll(":[a-z]{2}:|''|[\\[\\]()（）]", "");
    }
}
