package dev.ayatori.tune.instruction;

import dev.ayatori.tune.instruction.Documented.Group;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Chooses what tuning never sees: whole packages, so that the wrong answers of a choice item are as unseen as the right
 * one.
 *
 * <p>Packages are drawn by lot until a language has enough items. Of a held-out package no declaration at all becomes a
 * tuning example, nor does any declaration from a document of the same near-duplicate cluster, nor an equal answer.
 */
final class HeldOutPackages {

    private final InstructionSettings settings;
    private final Draw draw;

    HeldOutPackages(InstructionSettings settings) {
        this.settings = settings;
        this.draw = new Draw(settings.seed());
    }

    /** The held-out classes by package; within a package no two have the same summary. */
    Map<Group, List<Documented>> choose(List<Documented> declarations) {
        Map<Group, List<Documented>> groups = groups(declarations);
        Map<Group, List<Documented>> chosen = new TreeMap<>(byName());
        for (Language language : Language.values()) {
            chosen.putAll(choose(language, groups));
        }
        return chosen;
    }

    private Map<Group, List<Documented>> choose(Language language, Map<Group, List<Documented>> groups) {
        List<Map.Entry<Group, List<Documented>>> ofLanguage = groups.entrySet().stream()
                .filter(group -> group.getKey().language() == language)
                .toList();
        int all = ofLanguage.stream().mapToInt(group -> group.getValue().size()).sum();
        int most = (int) Math.min(settings.choiceItemsPerLanguage(), all * settings.maximalHeldOutShare());
        Map<Group, List<Documented>> chosen = new TreeMap<>(byName());
        int items = 0;
        for (var group : inDrawnOrder(ofLanguage)) {
            int size = group.getValue().size();
            if (size >= ChoiceItem.ANSWERS && items + size <= most) {
                chosen.put(group.getKey(), group.getValue());
                items += size;
            }
        }
        return chosen;
    }

    private List<Map.Entry<Group, List<Documented>>> inDrawnOrder(List<Map.Entry<Group, List<Documented>>> groups) {
        Comparator<Map.Entry<Group, List<Documented>>> byLot = Comparator.comparingLong(
                group -> draw.number("held out", group.getKey().packageName()));
        return groups.stream()
                .sorted(byLot.thenComparing(group -> group.getKey().packageName()))
                .toList();
    }

    /** Everything that may become a tuning example beside these held-out classes. */
    List<Documented> allowed(List<Documented> declarations, Map<Group, List<Documented>> heldOut) {
        Set<String> packages = heldOut.keySet().stream().map(Group::packageName).collect(Collectors.toSet());
        Set<String> clusters = new HashSet<>();
        Set<String> answers = new HashSet<>();
        for (Documented documented : declarations) {
            if (packages.contains(documented.declaration().packageName())) {
                clusters.add(documented.cluster());
                clusters.add(documented.documentId());
            }
        }
        heldOut.values()
                .forEach(group -> group.forEach(
                        documented -> answers.add(documented.declaration().summary())));
        return declarations.stream()
                .filter(documented ->
                        !packages.contains(documented.declaration().packageName())
                                && !clusters.contains(documented.cluster())
                                && !clusters.contains(documented.documentId())
                                && !answers.contains(documented.declaration().summary()))
                .toList();
    }

    private static Map<Group, List<Documented>> groups(List<Documented> declarations) {
        Map<Group, List<Documented>> groups = new TreeMap<>(byName());
        Map<Group, Set<String>> summaries = new TreeMap<>(byName());
        for (Documented documented : declarations) {
            boolean isNew = documented.declaration().isTopLevel()
                    && summaries
                            .computeIfAbsent(documented.group(), any -> new HashSet<>())
                            .add(documented.declaration().summary());
            if (isNew) {
                groups.computeIfAbsent(documented.group(), any -> new ArrayList<>())
                        .add(documented);
            }
        }
        return groups;
    }

    private static Comparator<Group> byName() {
        return Comparator.comparing(Group::language).thenComparing(Group::packageName);
    }
}
