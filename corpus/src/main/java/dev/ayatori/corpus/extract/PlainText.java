package dev.ayatori.corpus.extract;

import java.util.List;

/** Sets kept blocks as plain text: headings on their own lines, list items with bullets, table rows with tabs. */
final class PlainText {
    private PlainText() {}

    static String of(List<Candidate> kept) {
        StringBuilder text = new StringBuilder();
        Candidate before = null;
        for (Candidate block : kept) {
            if (before != null) {
                text.append(isTight(before, block) ? "\n" : "\n\n");
            }
            text.append(block.kind() == BlockKind.LIST_ITEM ? "- " : "").append(block.text());
            before = block;
        }
        return text.toString();
    }

    /** Lines of one list or table stand together, and so does a definition below its term. */
    private static boolean isTight(Candidate before, Candidate block) {
        return block.group() >= 0
                && before.group() == block.group()
                && (before.kind() == BlockKind.TERM
                        || (before.kind() == block.kind()
                                && (block.kind() == BlockKind.LIST_ITEM || block.kind() == BlockKind.ROW)));
    }
}
