package dev.ayatori.shards;

import dev.ayatori.corpus.Document;
import dev.ayatori.tokenizer.Tokenizer;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Encodes documents on several threads and hands them on in the order they came. */
final class ParallelEncoder implements AutoCloseable {
    /** Takes a document and its tokens. */
    interface Sink {
        void accept(Document document, int[] tokens) throws IOException;
    }

    private record Pending(Document document, Future<int[]> tokens) {}

    private static final int AHEAD_PER_THREAD = 64;

    private final Tokenizer tokenizer;
    private final int ahead;
    private final ExecutorService executor;

    ParallelEncoder(Tokenizer tokenizer, int threads) {
        this.tokenizer = tokenizer;
        this.ahead = threads * AHEAD_PER_THREAD;
        this.executor = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().factory());
    }

    void encode(Stream<Document> documents, Sink sink) throws IOException, InterruptedException {
        Queue<Pending> pending = new ArrayDeque<>();
        for (Iterator<Document> next = documents.iterator(); next.hasNext(); ) {
            Document document = next.next();
            pending.add(new Pending(document, executor.submit(() -> tokens(document))));
            if (pending.size() > ahead) {
                handOn(pending.remove(), sink);
            }
        }
        while (!pending.isEmpty()) {
            handOn(pending.remove(), sink);
        }
    }

    private int[] tokens(Document document) {
        int[] ids = tokenizer.encode(document.text());
        int[] ended = Arrays.copyOf(ids, ids.length + 1);
        ended[ids.length] = tokenizer.endOfText();
        return ended;
    }

    private static void handOn(Pending pending, Sink sink) throws IOException, InterruptedException {
        try {
            sink.accept(pending.document(), pending.tokens().get());
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "document " + pending.document().id() + " cannot be encoded: " + e.getCause(), e.getCause());
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
