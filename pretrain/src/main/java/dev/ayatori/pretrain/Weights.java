package dev.ayatori.pretrain;

import dev.ayatori.model.ModelShape;
import dev.ayatori.model.Parameter;
import dev.ayatori.tensor.DataType;
import dev.ayatori.tensor.Scope;
import dev.ayatori.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * One value for each trained weight in a flat buffer, with a view for each parameter: weights, gradients and optimizer
 * moments all lie alike.
 */
final class Weights implements AutoCloseable {

    private final List<Parameter> parameters;
    private final Tensor flat;
    private final List<Tensor> views = new ArrayList<>();

    Weights(ModelShape shape, DataType type) {
        this.parameters = shape.decoder().parameters();
        try (Scope _ = Scope.open()) {
            this.flat = Tensor.zeros(type, shape.parameters()).keep();
            long start = 0;
            for (Parameter parameter : parameters) {
                views.add(flat.narrow(0, start, parameter.size())
                        .view(parameter.sizes())
                        .keep());
                start += parameter.size();
            }
        }
    }

    /** All values behind each other. */
    Tensor flat() {
        return flat;
    }

    /** The parameters in their order. */
    List<Parameter> parameters() {
        return parameters;
    }

    /** One view for each parameter. */
    List<Tensor> views() {
        return views;
    }

    /** The views by name. */
    SequencedMap<String, Tensor> named() {
        SequencedMap<String, Tensor> named = new LinkedHashMap<>();
        for (int i = 0; i < views.size(); i++) {
            named.put(parameters.get(i).name(), views.get(i));
        }
        return named;
    }

    @Override
    public void close() {
        views.forEach(Tensor::close);
        flat.close();
    }
}
