package dev.ayatori.tensor;

import java.util.function.Supplier;
import org.bytedeco.javacpp.PointerScope;

/** Frees, when closed, every tensor that its thread made since it was opened and that was not kept. */
public final class Scope implements AutoCloseable {

    private final PointerScope scope = new PointerScope();

    private Scope() {}

    /** Opens a scope inside those already open on this thread. */
    public static Scope open() {
        return new Scope();
    }

    /** Runs a piece of work in a scope of its own; only the result lives on, in the scope around it. */
    public static Tensor resultOf(Supplier<Tensor> work) {
        Tensor result;
        try (Scope _ = open()) {
            result = work.get().keep();
        }
        PointerScope around = PointerScope.getInnerScope();
        if (around != null) {
            around.attach(result.raw());
            result.close();
        }
        return result;
    }

    @Override
    public void close() {
        scope.close();
    }
}
