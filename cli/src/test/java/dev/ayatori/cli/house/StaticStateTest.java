package dev.ayatori.cli.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.VariableTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StaticStateTest {
    @TempDir
    Path root;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "static int count;",
                "static final int[] ARRAY = {1};",
                "private static final List<String> LIST = new ArrayList<>();",
                "private static final Map<String, Integer> MAP = new HashMap<>(Map.of());",
                "private static final Map<String, Integer> CACHE = new ConcurrentHashMap<>();",
                "private static final AtomicLong COUNT = new AtomicLong();",
                "private static final ThreadLocal<String> LOCAL = ThreadLocal.withInitial(() -> \"\");"
            })
    void findsWhatCanChange(String field) throws IOException {
        assertThat(StaticState.complaint(parsed(field))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int count;",
                "private final List<String> list = new ArrayList<>();",
                "static final int COUNT = 1;",
                "private static final int[] ARRAY = {1};",
                "private static final List<String> LIST = List.of(\"a\");",
                "static final Set<String> SET = Set.copyOf(list());",
                "private static final Map<String, Integer> MAP = Map.ofEntries(Map.entry(\"a\", 1));",
                "private static final List<String> LIST = Stream.of(1).map(String::valueOf).toList();",
                "private static final Pattern PATTERN = Pattern.compile(\"a\");"
            })
    void acceptsWhatCannotChange(String field) throws IOException {
        assertThat(StaticState.complaint(parsed(field))).isEmpty();
    }

    @Test
    void readsEveryModuleOfTheHouse() {
        SourceTree house = SourceTree.parse(Path.of(System.getProperty("ayatori.root", "..")));
        assertThat(house.units().stream()
                        .map(house::file)
                        .map(file -> file.substring(0, file.indexOf('/')))
                        .distinct())
                .contains("track", "corpus", "pretrain", "cli", "tensor");
    }

    private VariableTree parsed(String field) throws IOException {
        Path folder = Files.createDirectories(root.resolve("module/src/main/java"));
        Files.writeString(folder.resolve("Sample.java"), "class Sample { " + field + " }");
        ClassTree type = (ClassTree)
                SourceTree.parse(root).units().getFirst().getTypeDecls().getFirst();
        return (VariableTree) type.getMembers().getFirst();
    }
}
