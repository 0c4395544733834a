package dev.ayatori.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/**
 * Lets Ctrl-C end a command in order: the running thread is interrupted and gets time to stop, so that only whole
 * artifacts stay; the process then ends with the signal's own exit code, 130 for Ctrl-C.
 */
final class Interruption {
    private static final long PATIENCE_SECONDS = 30;

    private Interruption() {}

    /** Runs a command in this thread, which is interrupted when the process is asked to end. */
    static int guard(IntSupplier command) {
        Thread running = Thread.currentThread();
        CountDownLatch ended = new CountDownLatch(1);
        Thread hook = Thread.ofPlatform().unstarted(() -> {
            running.interrupt();
            await(ended);
        });
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return command.getAsInt();
        } finally {
            ended.countDown();
            release(hook);
        }
    }

    private static void await(CountDownLatch ended) {
        try {
            if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("ayatori: the stage did not stop within " + PATIENCE_SECONDS + " s; ending anyway");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void release(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process is ending already: the hook has done its work and needs no removing
        }
    }
}
