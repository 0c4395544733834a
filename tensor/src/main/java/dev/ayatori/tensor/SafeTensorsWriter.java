package dev.ayatori.tensor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import java.util.SequencedMap;

/** Writes safetensors files: equal tensors in equal order give equal bytes. */
public final class SafeTensorsWriter {

    private static final int LARGEST_WRITE = 1 << 26;

    private SafeTensorsWriter() {}

    /** Writes the tensors in the map's order and waits until they are on the disk. */
    public static void write(Path file, SequencedMap<String, Tensor> tensors, Map<String, String> metadata) {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            writeFully(channel, header(tensors, metadata));
            for (Tensor tensor : tensors.values()) {
                writeValues(channel, tensor);
            }
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static ByteBuffer header(SequencedMap<String, Tensor> tensors, Map<String, String> metadata) {
        SafeTensorsPlan plan = new SafeTensorsPlan(metadata);
        tensors.forEach((name, tensor) -> plan.add(
                name, tensor.type(), Arrays.stream(tensor.shape()).boxed().toList()));
        return plan.header();
    }

    private static void writeValues(FileChannel channel, Tensor tensor) throws IOException {
        try (Scope _ = Scope.open()) {
            var values = tensor.contiguous().segment();
            for (long at = 0; at < values.byteSize(); at += LARGEST_WRITE) {
                long length = Math.min(LARGEST_WRITE, values.byteSize() - at);
                writeFully(channel, values.asSlice(at, length).asByteBuffer());
            }
        }
    }

    private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
