package dev.ayatori.model.generate;

import dev.ayatori.model.Attention;
import dev.ayatori.model.ModelShape;
import dev.ayatori.tensor.DataType;
import dev.ayatori.tensor.Functions;
import dev.ayatori.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** Keys and values of the tokens read so far, so that each further token costs one position only. */
final class KeyValueCache implements AutoCloseable {

    private final List<Tensor> keys = new ArrayList<>();
    private final List<Tensor> values = new ArrayList<>();
    private int tokens;

    KeyValueCache(ModelShape shape) {
        for (int layer = 0; layer < shape.layers(); layer++) {
            keys.add(empty(shape));
            values.add(empty(shape));
        }
    }

    private static Tensor empty(ModelShape shape) {
        return Tensor.empty(DataType.F32, 1, shape.keyValueHeads(), shape.context(), shape.headWidth())
                .keep();
    }

    /** How many tokens have been read. */
    int tokens() {
        return tokens;
    }

    /** Counts tokens as read, once all layers hold them. */
    void advance(int by) {
        tokens += by;
    }

    /** Forgets everything. */
    void clear() {
        tokens = 0;
    }

    /** Attention of a layer over what is held and what comes now: all tokens at first, later one at a time. */
    Attention attention(int layer) {
        return (newQueries, newKeys, newValues) -> {
            long time = newKeys.size(2);
            long end = tokens + time;
            assert tokens == 0 || time == 1 : "only single tokens can follow";
            keys.get(layer).narrow(2, tokens, time).copyInPlace(newKeys);
            values.get(layer).narrow(2, tokens, time).copyInPlace(newValues);
            return Functions.attention(
                    newQueries,
                    keys.get(layer).narrow(2, 0, end),
                    values.get(layer).narrow(2, 0, end),
                    tokens == 0);
        };
    }

    @Override
    public void close() {
        keys.forEach(Tensor::close);
        values.forEach(Tensor::close);
    }
}
