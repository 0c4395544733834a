package dev.ayatori.tensor;

/** The library behind the tensors. */
public final class Libtorch {

    private Libtorch() {}

    /** The version of the binding and of libtorch, told without loading native code. */
    public static String version() {
        String version = org.bytedeco.pytorch.Tensor.class.getPackage().getImplementationVersion();
        return version == null ? "unknown" : version;
    }
}
