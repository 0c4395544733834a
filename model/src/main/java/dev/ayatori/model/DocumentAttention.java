package dev.ayatori.model;

import dev.ayatori.tensor.Functions;
import dev.ayatori.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Attention of sequences that hold several documents: no token looks ahead, nor at another document (Zhao et al. 2024).
 *
 * <p>Each document is attended to by itself rather than behind a mask: that takes the sum of the squares of their lengths,
 * and rounds as the document alone would.
 *
 * @param documents for each sequence of the batch the tokens of its documents, in their order
 */
@SuppressWarnings("ArrayRecordComponent") // read once, where it is made
public record DocumentAttention(List<long[]> documents) implements Attention {

    @Override
    public Tensor mix(Tensor queries, Tensor keys, Tensor values) {
        long[] single = new long[documents.size()];
        Arrays.fill(single, 1);
        List<Tensor> asking = queries.split(single, 0);
        List<Tensor> asked = keys.split(single, 0);
        List<Tensor> answers = values.split(single, 0);
        List<Tensor> mixed = new ArrayList<>();
        for (int sequence = 0; sequence < documents.size(); sequence++) {
            long[] lengths = documents.get(sequence);
            mixed.add(each(
                    asking.get(sequence).split(lengths, 2),
                    asked.get(sequence).split(lengths, 2),
                    answers.get(sequence).split(lengths, 2)));
        }
        return Functions.concatenate(mixed, 0);
    }

    private static Tensor each(List<Tensor> queries, List<Tensor> keys, List<Tensor> values) {
        List<Tensor> mixed = new ArrayList<>();
        for (int document = 0; document < queries.size(); document++) {
            mixed.add(CAUSAL.mix(queries.get(document), keys.get(document), values.get(document)));
        }
        return Functions.concatenate(mixed, 2);
    }
}
