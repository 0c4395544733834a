import dev.ayatori.corpus.filter.rule.Filter;
import dev.ayatori.corpus.filter.rule.Lists;
import dev.ayatori.corpus.filter.rule.Preset;
import dev.ayatori.corpus.filter.view.TextView;
import dev.ayatori.corpus.page.InputFile;
import dev.ayatori.corpus.page.PageContent;
import dev.ayatori.corpus.page.PageSink;
import dev.ayatori.corpus.page.Quarantined;
import dev.ayatori.corpus.page.RawPage;
import dev.ayatori.corpus.read.InputReader;
import dev.ayatori.corpus.source.ReadSettings;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/** Prints what the rules of llm-jp v1 and HojiChar measure on every n-th record: {@code FilterValues TEXTS.jsonl N LIST=FILE...}. */
class FilterValues {
    public static void main(String[] arguments) throws Exception {
        Path path = Path.of(arguments[0]);
        int step = Integer.parseInt(arguments[1]);
        TreeMap<String, List<String>> words = new TreeMap<>();
        for (String list : Arrays.copyOfRange(arguments, 2, arguments.length)) {
            String[] named = list.split("=", 2);
            words.put(named[0], Files.readAllLines(Path.of(named[1])).stream().map(String::strip).filter(w -> !w.isEmpty()).toList());
        }
        List<Filter> filters = new ArrayList<>(Preset.LLM_JP_V1.filters("ja", new Lists(words)));
        filters.addAll(Preset.HOJICHAR.filters("ja", Lists.NONE));
        PrintStream out = new PrintStream(System.out, false);
        int[] number = {0};
        InputFile file = new InputFile(path.toString(), "file:x", "c", "", "", ReadSettings.defaults(), 0, Files.size(path));
        InputReader.read(file, new PageSink() {
            @Override
            public void page(RawPage page) {
                if (number[0]++ % step == 0) {
                    TextView view = TextView.of(((PageContent.Text) page.content()).text());
                    out.print(number[0] - 1);
                    for (Filter filter : filters) {
                        if (filter.applies(view)) {
                            out.print("\t" + filter.name() + "=" + filter.measure(view) + "," + filter.judge(view).kept());
                        }
                    }
                    out.println();
                }
            }

            @Override
            public void quarantined(Quarantined page) {}
        });
        out.flush();
    }
}
