package dev.ayatori.pretrain.shard;

import dev.ayatori.model.Section;
import java.util.ArrayList;
import java.util.List;

/** The consecutive sections that one process works on, and its part of each. */
public final class ModelShard implements AutoCloseable {

    private final List<FlatSection> model;
    private final int first;
    private final List<SectionState> states = new ArrayList<>();
    private final List<SectionState> borrowed = new ArrayList<>();
    private final Team team;
    private final SectionState.Layout layout;
    private final ComputedWeights weights;

    /** Zeros for the sections {@code first} up to but not including {@code end} of a model. */
    public ModelShard(
            List<Section> sections, Range range, Team team, SectionState.Layout layout, SectionState.Moments moments) {
        this.model = sections.stream().map(FlatSection::new).toList();
        this.first = range.first();
        for (int section = range.first(); section < range.end(); section++) {
            states.add(new SectionState(model.get(section), layout, moments));
        }
        if (range.borrowsEmbedding()) {
            borrowed.add(SectionState.borrowed(model.getFirst(), layout));
        }
        this.team = team;
        this.layout = layout;
        List<SectionState> all = new ArrayList<>(states);
        all.addAll(borrowed);
        this.weights = new ComputedWeights(all, team);
    }

    /**
     * Consecutive sections.
     *
     * @param first of them
     * @param end the section after the last
     * @param borrowsEmbedding whether a tied head needs a copy of the embedding beside them
     */
    public record Range(int first, int end, boolean borrowsEmbedding) {}

    /** All sections of the model, here or not. */
    public List<FlatSection> model() {
        return model;
    }

    /** The number of the first section that is here. */
    public int first() {
        return first;
    }

    /** The states of the sections that are here. */
    public List<SectionState> states() {
        return states;
    }

    /** The copy of the embedding behind the sections, where a tied head needs one. */
    List<SectionState> borrowed() {
        return borrowed;
    }

    /** What gradients are summed for: the sections here and, last, the use of the embedding as a tied head. */
    public List<FlatSection> gradients(boolean tiedHead) {
        List<FlatSection> gradients = new ArrayList<>();
        states.forEach(state -> gradients.add(state.flat()));
        if (tiedHead && first + states.size() == model.size()) {
            gradients.add(model.getFirst());
        }
        return gradients;
    }

    /** How sections are held here. */
    public SectionState.Layout layout() {
        return layout;
    }

    /** Those who work on the same sections. */
    public Team team() {
        return team;
    }

    /** The weights that are computed with. */
    public ComputedWeights weights() {
        return weights;
    }

    /** Trained values of the model before a section that is here. */
    public long valuesBefore(int state) {
        return model.stream()
                .limit(first + state)
                .mapToLong(FlatSection::values)
                .sum();
    }

    /** Brings the computed weights up to the master weights after these were read or drawn. */
    public void refresh() {
        states.forEach(SectionState::round);
        weights.spread();
    }

    /** Bytes of weights and moments that are here. */
    public long bytes() {
        return states.stream().mapToLong(SectionState::bytes).sum();
    }

    @Override
    public void close() {
        weights.close();
    }
}
