package dev.ayatori.tensor;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * An array of numbers of any rank that owns its libtorch tensor.
 *
 * <p>Methods ending in {@code InPlace} change this tensor and return it; views share memory with what they were made
 * from; all others make a new tensor.
 */
public final class Tensor implements AutoCloseable {

    private final org.bytedeco.pytorch.Tensor raw;

    private Tensor(org.bytedeco.pytorch.Tensor raw) {
        this.raw = raw;
    }

    static Tensor own(org.bytedeco.pytorch.Tensor raw) {
        return new Tensor(raw);
    }

    org.bytedeco.pytorch.Tensor raw() {
        return raw;
    }

    /** Zeros of a type and shape. */
    public static Tensor zeros(DataType type, long... shape) {
        return own(torch.zeros(shape, options(type)));
    }

    /** Memory of a type and shape whose values are not set yet. */
    public static Tensor empty(DataType type, long... shape) {
        return own(torch.empty(shape, options(type), new org.bytedeco.pytorch.MemoryFormatOptional()));
    }

    /** A copy of an array in f32. */
    public static Tensor of(float[] values, long... shape) {
        Tensor tensor = empty(DataType.F32, shape);
        tensor.checkSize(values.length);
        MemorySegment.copy(values, 0, tensor.segment(), ValueLayout.JAVA_FLOAT, 0, values.length);
        return tensor;
    }

    /** A copy of an array of token ids or places. */
    public static Tensor of(long[] values, long... shape) {
        Tensor tensor = empty(DataType.I64, shape);
        tensor.checkSize(values.length);
        MemorySegment.copy(values, 0, tensor.segment(), ValueLayout.JAVA_LONG, 0, values.length);
        return tensor;
    }

    /** A copy of bytes, laid out as this machine lays out the type. */
    public static Tensor of(MemorySegment bytes, DataType type, long... shape) {
        Tensor tensor = empty(type, shape);
        MemorySegment target = tensor.segment();
        if (target.byteSize() != bytes.byteSize()) {
            throw new IllegalArgumentException("a " + type + " tensor of shape " + Arrays.toString(shape) + " takes "
                    + target.byteSize() + " bytes, but got " + bytes.byteSize());
        }
        target.copyFrom(bytes);
        return tensor;
    }

    /** Foreign memory as a tensor, without a copy; the memory must outlive it. */
    public static Tensor over(MemorySegment memory, DataType type, long... shape) {
        Tensor tensor = own(torch.from_blob(new Address(memory.address()), shape, options(type)));
        tensor.checkSize(memory.byteSize() / type.bytes());
        return tensor;
    }

    private static final class Address extends Pointer {
        Address(long address) {
            this.address = address;
        }
    }

    private void checkSize(long length) {
        if (length != size()) {
            throw new IllegalArgumentException(
                    "shape " + Arrays.toString(shape()) + " holds " + size() + " values, but got " + length);
        }
    }

    private static TensorOptions options(DataType type) {
        return new TensorOptions(type.scalar());
    }

    /** Lets this tensor outlive the open scopes, until {@link #close()}. */
    public Tensor keep() {
        raw.retainReference();
        return this;
    }

    /** Frees a tensor that was kept. */
    @Override
    public void close() {
        raw.releaseReference();
    }

    /** Sizes, outermost first. */
    public long[] shape() {
        return raw.sizes().vec().get();
    }

    /** Size of one dimension; negative ones count from the end. */
    public long size(int dimension) {
        return raw.size(dimension);
    }

    /** Number of values. */
    public long size() {
        return raw.numel();
    }

    /** The number format. */
    public DataType type() {
        return DataType.of(raw.scalar_type());
    }

    /** The memory itself, row major; valid while the tensor lives. */
    public MemorySegment segment() {
        if (!raw.is_contiguous()) {
            throw new IllegalStateException("only a contiguous tensor has one segment; call contiguous() first");
        }
        if (size() == 0) {
            return MemorySegment.NULL;
        }
        return MemorySegment.ofAddress(raw.data_ptr().address()).reinterpret(size() * type().bytes());
    }

    /** All values in row-major order, read as f32. */
    public float[] toFloats() {
        return to(DataType.F32).contiguous().segment().toArray(ValueLayout.JAVA_FLOAT);
    }

    /** The only value of a tensor of one value. */
    public double item() {
        return raw.item_double();
    }

    /** The only value of a tensor of one integer. */
    public long itemLong() {
        return raw.item_long();
    }

    /** Converted to a type; the same memory where it has that type already. */
    public Tensor to(DataType type) {
        return own(raw.to(type.scalar()));
    }

    /** The same values in row-major order; the same memory where they are already. */
    public Tensor contiguous() {
        return own(raw.contiguous());
    }

    /** A copy in memory of its own. */
    public Tensor copy() {
        return own(raw.clone());
    }

    /** A view that no gradient passes through. */
    public Tensor detach() {
        return own(raw.detach());
    }

    /** Marks this tensor as one whose gradient will be asked for. */
    public Tensor withGradient() {
        raw.set_requires_grad(true);
        return this;
    }

    /** Whether a gradient can be asked of what this tensor was computed from. */
    public boolean recordsGradient() {
        return raw.requires_grad();
    }

    /** A view in another shape of as many values; -1 stands for what is left. */
    public Tensor view(long... shape) {
        return own(raw.view(shape));
    }

    /** A view with two dimensions exchanged. */
    public Tensor transpose(long first, long second) {
        return own(raw.transpose(first, second));
    }

    /** A view of {@code length} slices from {@code start} on along a dimension. */
    public Tensor narrow(long dimension, long start, long length) {
        return own(raw.narrow(dimension, start, length));
    }

    /** Views of equal width along the last dimension. */
    public List<Tensor> split(long width) {
        return owned(raw.split(width, -1));
    }

    /** Views of the given lengths along a dimension; together they are all of it. */
    public List<Tensor> split(long[] lengths, long dimension) {
        return owned(raw.split_with_sizes(lengths, dimension));
    }

    private static List<Tensor> owned(TensorVector parts) {
        List<Tensor> views = new ArrayList<>();
        for (long i = 0; i < parts.size(); i++) {
            // get() points into the vector: a copy owns its tensor.
            views.add(own(new org.bytedeco.pytorch.Tensor(parts.get(i))));
        }
        return views;
    }

    /** The rows with the given places, copied. */
    public Tensor rows(Tensor places) {
        return own(raw.index_select(0, places.raw));
    }

    /** Sum of two tensors, with the usual broadcast. */
    public Tensor add(Tensor other) {
        return own(raw.add(other.raw));
    }

    /** Difference of two tensors, with the usual broadcast. */
    public Tensor subtract(Tensor other) {
        return own(raw.sub(other.raw));
    }

    /** Product of two tensors value by value, with the usual broadcast. */
    public Tensor multiply(Tensor other) {
        return own(raw.mul(other.raw));
    }

    /** Cosine of every value. */
    public Tensor cosine() {
        return own(raw.cos());
    }

    /** Sine of every value. */
    public Tensor sine() {
        return own(raw.sin());
    }

    /** Product of two matrices. */
    public Tensor matmul(Tensor other) {
        return own(raw.matmul(other.raw));
    }

    /** The values picked along the last dimension by one place for each row. */
    public Tensor gather(Tensor places) {
        return own(raw.gather(-1, places.raw));
    }

    /** Logarithm of the softmax over the last dimension. */
    public Tensor logSoftmax() {
        return own(raw.log_softmax(-1));
    }

    /** Puts the logarithm of the softmax over the last dimension in place of the values. */
    public Tensor logSoftmaxInPlace() {
        torch.log_softmax_out(raw, raw, -1);
        return this;
    }

    /** Sum over the first dimension. */
    public Tensor sumRows() {
        return own(raw.sum(0));
    }

    /** Sum of all values. */
    public Tensor sum() {
        return own(raw.sum());
    }

    /** Sum of the squares of all values. */
    public Tensor squaredNorm() {
        return own(raw.dot(raw));
    }

    /** Sets every value to zero. */
    public Tensor zeroInPlace() {
        raw.zero_();
        return this;
    }

    /** Takes the values of another tensor, converted where the types differ. */
    public Tensor copyInPlace(Tensor other) {
        raw.copy_(other.raw);
        return this;
    }

    /** Adds {@code factor} times another tensor. */
    public Tensor addInPlace(Tensor other, double factor) {
        raw.add_(other.raw, new Scalar(factor));
        return this;
    }

    /** Adds a number to every value. */
    public Tensor addInPlace(double value) {
        raw.add_(new Scalar(value));
        return this;
    }

    /** Multiplies every value by a number. */
    public Tensor mulInPlace(double factor) {
        raw.mul_(new Scalar(factor));
        return this;
    }

    /** Moves every value towards another tensor's by a share: {@code this += share * (other - this)}. */
    public Tensor lerpInPlace(Tensor other, double share) {
        raw.lerp_(other.raw, new Scalar(share));
        return this;
    }

    /** Adds {@code factor * first * second}, value by value. */
    public Tensor addProductInPlace(Tensor first, Tensor second, double factor) {
        raw.addcmul_(first.raw, second.raw, new Scalar(factor));
        return this;
    }

    /** Adds {@code factor * first / second}, value by value. */
    public Tensor addQuotientInPlace(Tensor first, Tensor second, double factor) {
        raw.addcdiv_(first.raw, second.raw, new Scalar(factor));
        return this;
    }

    /** Square root of every value. */
    public Tensor sqrt() {
        return own(raw.sqrt());
    }

    /** Raises e to every value. */
    public Tensor expInPlace() {
        raw.exp_();
        return this;
    }

    /** Adds the product of two matrices to this one. */
    public Tensor addMatmulInPlace(Tensor left, Tensor right) {
        raw.addmm_(left.raw, right.raw);
        return this;
    }

    /** Adds {@code value} to one place of every row: the places are (rows, 1). */
    public Tensor scatterAddInPlace(Tensor places, double value) {
        raw.scatter_add_(-1, places.raw, torch.full(places.shape(), new Scalar(value), options(type())));
        return this;
    }

    /** Adds each row of {@code values} to the row of this matrix that its place names. */
    public Tensor addRowsInPlace(Tensor places, Tensor values) {
        raw.index_add_(0, places.raw, values.raw);
        return this;
    }

    @Override
    public String toString() {
        return type() + Arrays.toString(shape());
    }
}
