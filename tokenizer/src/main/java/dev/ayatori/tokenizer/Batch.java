package dev.ayatori.tokenizer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Encodes many texts on several threads and hands their ids on in the order of the texts. */
final class Batch<T> implements Iterator<int[]> {
    /** Texts a thread takes at once: so many that handing them over costs nothing. */
    private static final int AT_ONCE = 256;

    private static final int AHEAD_PER_THREAD = 4;

    private final Iterator<T> texts;
    private final Function<T, int[]> encode;
    private final ExecutorService executor;
    private final int ahead;
    private final Queue<Future<List<int[]>>> pending = new ArrayDeque<>();
    private Iterator<int[]> ready = List.<int[]>of().iterator();

    private Batch(Iterator<T> texts, Function<T, int[]> encode, int threads) {
        this.texts = texts;
        this.encode = encode;
        this.executor = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name("encode-", 0).factory());
        this.ahead = threads * AHEAD_PER_THREAD;
    }

    /** The ids of each text; the stream is to be closed when it is not read to its end. */
    static <T> Stream<int[]> encode(Stream<T> texts, Function<T, int[]> encode, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, but are " + threads);
        }
        Batch<T> batch = new Batch<>(texts.iterator(), encode, threads);
        Iterable<int[]> ids = () -> batch;
        return StreamSupport.stream(ids.spliterator(), false)
                .onClose(batch.executor::shutdownNow)
                .onClose(texts::close);
    }

    @Override
    public boolean hasNext() {
        while (!ready.hasNext()) {
            fill();
            if (pending.isEmpty()) {
                executor.shutdown();
                return false;
            }
            ready = done(pending.remove()).iterator();
        }
        return true;
    }

    @Override
    public int[] next() {
        if (!hasNext()) {
            throw new NoSuchElementException("all texts are encoded");
        }
        return ready.next();
    }

    private void fill() {
        while (pending.size() < ahead && texts.hasNext()) {
            List<T> some = new ArrayList<>(AT_ONCE);
            while (some.size() < AT_ONCE && texts.hasNext()) {
                some.add(texts.next());
            }
            pending.add(executor.submit(() -> some.stream().map(encode).toList()));
        }
    }

    private static <R> R done(Future<R> result) {
        try {
            return result.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("encoding was interrupted", e);
        }
    }
}
