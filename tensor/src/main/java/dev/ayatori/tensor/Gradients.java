package dev.ayatori.tensor;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** Vector-Jacobian products, and the switch that records what they need. */
public final class Gradients {

    private Gradients() {}

    /** A stretch of code in which the calling thread records nothing for gradients. */
    public static final class Off implements AutoCloseable {
        private final NoGradGuard guard = new NoGradGuard();

        private Off() {}

        @Override
        public void close() {
            guard.close();
        }
    }

    /** Records nothing on this thread until closed. */
    public static Off off() {
        return new Off();
    }

    /**
     * The gradients of {@code output} with respect to the inputs, given the gradient that arrives at the output.
     *
     * <p>Nothing is accumulated anywhere; the results are new tensors in the order of the inputs.
     */
    public static List<Tensor> of(Tensor output, List<Tensor> inputs, Tensor outputGradient) {
        TensorVector wanted =
                new TensorVector(inputs.stream().map(Tensor::raw).toArray(org.bytedeco.pytorch.Tensor[]::new));
        TensorVector found = torch.grad(
                new TensorVector(output.raw()),
                wanted,
                new TensorVector(outputGradient.raw()),
                new BoolOptional(),
                false,
                false);
        List<Tensor> gradients = new ArrayList<>();
        for (long i = 0; i < found.size(); i++) {
            // get() points into the vector: a copy owns its tensor.
            gradients.add(Tensor.own(new org.bytedeco.pytorch.Tensor(found.get(i))));
        }
        return gradients;
    }
}
