package dev.ayatori.tensor;

/** The library behind the tensors, and the one that multiplies its f32 matrices. */
public final class Libtorch {

    /** Names the library that is loaded in place of OpenBLAS, which must be on the class path: {@code mkl_rt} or nothing. */
    public static final String BLAS_PROPERTY = "org.bytedeco.openblas.load";

    private Libtorch() {}

    /** The version of the binding and of libtorch and the library of f32 products, told without loading native code. */
    public static String version() {
        String version = org.bytedeco.pytorch.Tensor.class.getPackage().getImplementationVersion();
        return (version == null ? "unknown" : version) + (System.getProperty(BLAS_PROPERTY) == null ? "" : " with MKL");
    }
}
