package dev.ayatori.serve.run;

import java.util.List;

/**
 * A stage on the way of the data and what it reads, known before it has run.
 *
 * @param name the stage
 * @param inputs the stages it reads
 */
record StagePlan(String name, List<String> inputs) {
    /** The whole way, in its order. */
    static final List<StagePlan> WAY = List.of(
            of("sources"),
            of("corpus", "sources"),
            of("tokenizer", "corpus"),
            of("shards", "corpus", "tokenizer"),
            of("pretrain", "shards", "tokenizer"),
            of("tune", "corpus", "tokenizer", "shards", "pretrain"),
            of("evaluate", "corpus", "tokenizer", "pretrain", "tune"),
            of("index", "corpus", "shards", "pretrain"),
            of("release", "sources", "corpus", "tokenizer", "shards", "pretrain", "tune", "evaluate", "index"));

    private static StagePlan of(String name, String... inputs) {
        return new StagePlan(name, List.of(inputs));
    }
}
