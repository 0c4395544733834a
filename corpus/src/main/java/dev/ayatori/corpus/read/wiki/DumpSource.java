package dev.ayatori.corpus.read.wiki;

import dev.ayatori.corpus.page.InputFile;
import dev.ayatori.corpus.read.stream.Compression;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** The decompressed bytes of a part of a dump, with the place in the file they come from. */
interface DumpSource extends Closeable {
    /** Reads some bytes, never of two compressed streams at once; -1 at the end of the file. */
    int read(byte[] target, int at, int length) throws IOException;

    /** Place of the compressed stream that the last bytes came from; of a file in one stream that of the bytes. */
    long offset();

    /** Whether the last bytes lie behind the part. */
    boolean isBehind();

    /** After damage: goes on at the next stream; false when there is none. */
    boolean resume() throws IOException;

    /** Opens the part that the file names. */
    static DumpSource open(InputFile file) throws IOException {
        Path path = Path.of(file.path());
        return Compression.of(path) == Compression.BZIP2
                ? new Bzip2Source(path, file.begin(), file.end())
                : new WholeFile(Compression.open(path));
    }

    /** A file that is read in one piece. */
    final class WholeFile implements DumpSource {
        private final InputStream in;
        private long next;
        private long offset;

        WholeFile(InputStream in) {
            this.in = in;
        }

        @Override
        public int read(byte[] target, int at, int length) throws IOException {
            int read = in.read(target, at, length);
            offset = next;
            next += Math.max(0, read);
            return read;
        }

        @Override
        public long offset() {
            return offset;
        }

        @Override
        public boolean isBehind() {
            return false;
        }

        @Override
        public boolean resume() {
            return false;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
