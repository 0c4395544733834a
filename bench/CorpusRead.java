import dev.ayatori.corpus.extract.MainContent;
import dev.ayatori.corpus.filter.rule.Filter;
import dev.ayatori.corpus.filter.rule.Lists;
import dev.ayatori.corpus.filter.rule.Preset;
import dev.ayatori.corpus.filter.view.TextView;
import dev.ayatori.corpus.page.InputFile;
import dev.ayatori.corpus.page.PageContent;
import dev.ayatori.corpus.page.PageKind;
import dev.ayatori.corpus.page.PageSink;
import dev.ayatori.corpus.page.Quarantined;
import dev.ayatori.corpus.page.RawPage;
import dev.ayatori.corpus.read.InputReader;
import dev.ayatori.corpus.source.ReadSettings;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Measures reading, filters and extraction on one thread, in megabytes of text (UTF-8) or HTML per second of the thread's
 * CPU time: four rounds each, the first is warming up, the median of the others counts.
 */
class CorpusRead {
    private static long textBytes;
    private static long bytes;
    private static long pages;
    private static long kept;

    public static void main(String[] arguments) throws Exception {
        Path jsonLines = Path.of(arguments[0]);
        Path warc = Path.of(arguments[1]);
        TreeMap<String, List<String>> words = new TreeMap<>();
        for (String list : Arrays.copyOfRange(arguments, 2, arguments.length)) {
            String[] named = list.split("=", 2);
            words.put(named[0], Files.readAllLines(Path.of(named[1])).stream().map(String::strip).filter(w -> !w.isEmpty()).toList());
        }
        Lists lists = new Lists(words);
        read(jsonLines, page -> textBytes += utf8(page));
        measure("read JSON lines only", () -> readText(jsonLines, page -> pages++));
        List<Filter> llmJp = Preset.LLM_JP_V1.filters("ja", lists);
        measure("llm-jp-v1", () -> readText(jsonLines, page -> judge(page, llmJp)));
        List<Filter> light = llmJp.stream().filter(filter -> !filter.name().equals("compression")).toList();
        measure("llm-jp-v1 without compression", () -> readText(jsonLines, page -> judge(page, light)));
        List<Filter> all = Preset.EVERYTHING.filters("ja", lists);
        measure("all heuristics, " + all.size() + " filters", () -> readText(jsonLines, page -> judge(page, all)));
        measure("read WARC only", () -> read(warc, CorpusRead::count));
        List<RawPage> html = new ArrayList<>();
        read(warc, html::add);
        measure("extract HTML", () -> html.forEach(page -> {
            if (page.kind() == PageKind.HTML && page.content() instanceof PageContent.Bytes content) {
                MainContent.extract(content.bytes(), content.charset());
                count(page);
            }
        }));
    }

    private interface Work {
        void run() throws Exception;
    }

    private static void measure(String what, Work work) throws Exception {
        double[] rates = new double[3];
        double pagesPerSecond = 0;
        for (int round = 0; round < 4; round++) {
            bytes = 0;
            pages = 0;
            kept = 0;
            long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            work.run();
            double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin) / 1e9;
            if (round > 0) {
                rates[round - 1] = bytes / 1e6 / seconds;
                pagesPerSecond = pages / seconds;
            }
        }
        Arrays.sort(rates);
        System.out.printf("%-34s %6.1f MB/s (%.1f to %.1f), %,.0f pages/s, %d of %d kept%n",
                what, rates[1], rates[0], rates[2], pagesPerSecond, kept, pages);
    }

    private static void readText(Path path, Consumer<RawPage> consumer) throws Exception {
        read(path, consumer);
        bytes = textBytes;
    }

    private static void read(Path path, Consumer<RawPage> consumer) throws Exception {
        InputFile file = new InputFile(path.toString(), "file:" + path.getFileName(), "bench", "", "", ReadSettings.defaults(), 0, Files.size(path));
        InputReader.read(file, new PageSink() {
            @Override
            public void page(RawPage page) {
                consumer.accept(page);
            }

            @Override
            public void quarantined(Quarantined page) {
                throw new IllegalStateException(page.toString());
            }
        });
    }

    private static void judge(RawPage page, List<Filter> filters) {
        TextView view = TextView.of(((PageContent.Text) page.content()).text(), new TextView.About(page.uri(), "", page.metadata()));
        boolean good = true;
        for (Filter filter : filters) {
            good &= !filter.applies(view) || filter.judge(view).kept();
        }
        pages++;
        kept += good ? 1 : 0;
    }

    private static long utf8(RawPage page) {
        return TextView.of(((PageContent.Text) page.content()).text()).utf8().length;
    }

    private static void count(RawPage page) {
        pages++;
        bytes += page.content() instanceof PageContent.Bytes content ? content.bytes().length : 0;
    }
}
