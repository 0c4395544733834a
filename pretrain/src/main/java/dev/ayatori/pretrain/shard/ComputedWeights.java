package dev.ayatori.pretrain.shard;

import dev.ayatori.tensor.Scope;
import dev.ayatori.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The weights that blocks are computed with. Sections that are divided (ZeRO stage 3) are gathered while they are in use
 * and freed after; the next one may be asked for before it is needed.
 */
public final class ComputedWeights implements AutoCloseable {

    private final List<SectionState> states;
    private final Team team;
    private final Map<Integer, Gathered> gathered = new HashMap<>();

    /** The sections of this process. */
    public ComputedWeights(List<SectionState> states, Team team) {
        this.states = List.copyOf(states);
        this.team = team;
    }

    /** A divided section while it is together. */
    private static final class Gathered {
        private final Tensor whole;
        private final Team.Task arrival;
        private final List<Tensor> weights = new ArrayList<>();
        private int users;

        Gathered(Tensor whole, Team.Task arrival) {
            this.whole = whole;
            this.arrival = arrival;
        }

        void close() {
            weights.forEach(Tensor::close);
            whole.close();
        }
    }

    /** The weights of a section in the order of its parameters, until given back. */
    public List<Tensor> take(int section) {
        SectionState state = states.get(section);
        if (state.whole()) {
            return state.weights();
        }
        Gathered together = gathered.computeIfAbsent(section, this::gather);
        if (together.users++ == 0) {
            together.arrival.await();
            try (Scope _ = Scope.open()) {
                for (Tensor view : state.flat().views(together.whole)) {
                    together.weights.add(view.detach().withGradient().keep());
                }
            }
        }
        return together.weights;
    }

    /** Says that a section will be taken next, so that it can travel already. */
    public void soon(int section) {
        if (section >= 0 && section < states.size() && !states.get(section).whole()) {
            gathered.computeIfAbsent(section, this::gather);
        }
    }

    /** Frees what was gathered for {@link #take}, unless somebody else still uses it. */
    public void giveBack(int section) {
        Gathered together = gathered.get(section);
        if (together != null && --together.users == 0) {
            gathered.remove(section);
            together.close();
        }
    }

    private Gathered gather(int section) {
        SectionState state = states.get(section);
        FlatSection flat = state.flat();
        try (Scope _ = Scope.open()) {
            Tensor whole = Tensor.empty(state.computed().type(), flat.length()).keep();
            flat.slice(whole, state.held()).copyInPlace(state.computed());
            return new Gathered(whole, team.begin(() -> team.gather(flat, whole)));
        }
    }

    /** Spreads the held pieces after they changed. */
    public void spread() {
        if (team.size() == 1) {
            return;
        }
        List<Team.Task> tasks = new ArrayList<>();
        for (SectionState state : states) {
            if (state.whole() && state.held().count() < FlatSection.PIECES) {
                tasks.add(team.begin(() -> team.gather(state.flat(), state.computed())));
            }
        }
        tasks.forEach(Team.Task::await);
    }

    @Override
    public void close() {
        gathered.values().forEach(Gathered::close);
        states.forEach(SectionState::close);
    }
}
