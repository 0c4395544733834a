package dev.ayatori.corpus.filter.view;

import java.util.ArrayList;
import java.util.List;

/**
 * A text by lines.
 *
 * @param all every line as it stands between line feeds
 * @param filled those with anything in them, without the white space around
 * @param paragraphs runs of filled lines between blank ones, joined by line feeds
 */
public record LineCounts(List<String> all, List<String> filled, List<String> paragraphs) {

    static LineCounts of(String text) {
        List<String> all = new ArrayList<>();
        List<String> filled = new ArrayList<>();
        List<String> paragraphs = new ArrayList<>();
        List<String> paragraph = new ArrayList<>();
        int begin = 0;
        while (begin <= text.length()) {
            int end = text.indexOf('\n', begin);
            String line = text.substring(begin, end < 0 ? text.length() : end);
            all.add(line);
            String bare = line.strip();
            if (!bare.isEmpty()) {
                filled.add(bare);
                paragraph.add(bare);
            } else if (!paragraph.isEmpty()) {
                paragraphs.add(String.join("\n", paragraph));
                paragraph.clear();
            }
            begin = end < 0 ? text.length() + 1 : end + 1;
        }
        if (!paragraph.isEmpty()) {
            paragraphs.add(String.join("\n", paragraph));
        }
        return new LineCounts(all, filled, paragraphs);
    }
}
