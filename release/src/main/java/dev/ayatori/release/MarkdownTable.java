package dev.ayatori.release;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A table of a model card. */
final class MarkdownTable {
    private final StringBuilder out = new StringBuilder();

    MarkdownTable(String... heads) {
        row(List.of(heads));
        row(Collections.nCopies(heads.length, "---"));
    }

    MarkdownTable row(Object... cells) {
        List<String> texts = new ArrayList<>();
        for (Object cell : cells) {
            texts.add(cell.toString().replace("|", "\\|").replace("\n", " "));
        }
        row(texts);
        return this;
    }

    private void row(List<String> cells) {
        out.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
