package dev.ayatori.pretrain;

import dev.ayatori.model.ModelShape;
import dev.ayatori.tensor.DataType;
import dev.ayatori.tensor.Gradients;
import dev.ayatori.tensor.Scope;
import dev.ayatori.tensor.Tensor;

/** Adam (Kingma and Ba 2015) with decoupled weight decay (Loshchilov and Hutter 2019) on the f32 master weights. */
final class AdamW implements AutoCloseable {

    private final OptimizerSettings settings;
    private final Weights firstMoment;
    private final Weights secondMoment;

    AdamW(ModelShape shape, OptimizerSettings settings) {
        this.settings = settings;
        this.firstMoment = new Weights(shape, DataType.F32);
        this.secondMoment = new Weights(shape, DataType.F32);
    }

    Weights firstMoment() {
        return firstMoment;
    }

    Weights secondMoment() {
        return secondMoment;
    }

    /** Changes the weights by one step, counted from 1. */
    void step(Weights weights, Tensor gradient, double learningRate, int step) {
        try (Scope _ = Scope.open();
                Gradients.Off _ = Gradients.off()) {
            decay(weights, learningRate);
            firstMoment.flat().lerpInPlace(gradient, 1 - settings.beta1());
            secondMoment
                    .flat()
                    .mulInPlace(settings.beta2())
                    .addProductInPlace(gradient, gradient, 1 - settings.beta2());
            double firstBias = 1 - StrictMath.pow(settings.beta1(), step);
            double secondBias = 1 - StrictMath.pow(settings.beta2(), step);
            Tensor root = secondMoment
                    .flat()
                    .sqrt()
                    .mulInPlace(1 / StrictMath.sqrt(secondBias))
                    .addInPlace(settings.epsilon());
            weights.flat().addQuotientInPlace(firstMoment.flat(), root, -learningRate / firstBias);
        }
    }

    private void decay(Weights weights, double learningRate) {
        for (int i = 0; i < weights.views().size(); i++) {
            if (weights.parameters().get(i).decays()) {
                weights.views().get(i).mulInPlace(1 - learningRate * settings.weightDecay());
            }
        }
    }

    @Override
    public void close() {
        firstMoment.close();
        secondMoment.close();
    }
}
