package dev.ayatori.corpus;

import dev.ayatori.corpus.dedup.Cut;
import java.util.List;
import java.util.Locale;

/** Writes a story for people. */
final class StoryText {
    private final StringBuilder out = new StringBuilder();

    private StoryText() {}

    static String of(Story story) {
        StoryText text = new StoryText();
        text.origin(story);
        text.cuts(story);
        text.checks(story);
        text.end(story);
        text.others("removed in its favour", story.copies());
        text.others("related, so in the same split (" + story.clusterSize() + " in all)", story.relatives());
        return text.out.toString();
    }

    private void origin(Story story) {
        line("%s  %s", story.id(), story.title());
        line("  from        %s", story.uri());
        line("  collection  %s, licence %s, date %s", story.collection(), story.licence(), orUnknown(story.date()));
        line("  language    %s: %s", story.language(), story.languageReason());
        line("  size        %,d characters", story.characters());
    }

    private void cuts(Story story) {
        for (Cut cut : story.cuts()) {
            line(
                    "  cut out     characters %,d to %,d as a copy: %s",
                    cut.from(), cut.to(), cut.why().label());
        }
    }

    private void checks(Story story) {
        line("  filters");
        for (Story.Check check : story.checks()) {
            line(
                    "    %-26s %10s  %-12s %s",
                    check.filter(), check.value(), check.threshold(), check.kept() ? "ok" : "no");
        }
    }

    private void end(Story story) {
        if (story.kept()) {
            line("  kept        in %s", story.split());
            return;
        }
        line("  removed     by %s: %s, should be %s", story.rule(), story.value(), story.threshold());
        if (!story.original().id().isEmpty()) {
            line("  kept        %s  %s", story.original().id(), story.original().uri());
        }
    }

    private void others(String what, List<Story.Mention> mentions) {
        if (mentions.isEmpty()) {
            return;
        }
        line("  %s", what);
        for (Story.Mention mention : mentions) {
            String why = mention.rule().isEmpty() ? "" : "  (" + mention.rule() + " " + mention.value() + ")";
            line("    %s  %s%s", mention.id(), mention.uri(), why);
        }
    }

    private static String orUnknown(String date) {
        return date.isEmpty() ? "unknown" : date;
    }

    private void line(String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
    }
}
