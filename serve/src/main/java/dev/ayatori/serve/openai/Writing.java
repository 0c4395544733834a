package dev.ayatori.serve.openai;

import dev.ayatori.serve.run.Written;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One answer on its way from the thread that writes it to the one that sends it. */
final class Writing {
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private volatile boolean wanted = true;

    /** What happens while an answer is written. */
    sealed interface Event {}

    /** More text. */
    record Text(String text) implements Event {}

    /** The end. */
    record End(Written written) implements Event {}

    /** The end by an error. */
    record Failed(Throwable cause) implements Event {}

    /** The next event, absent when none came within a second. */
    Optional<Event> next() {
        try {
            return Optional.ofNullable(events.poll(1, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop();
            return Optional.of(new Failed(e));
        }
    }

    /** Nobody reads any more: the writer stops at its next token, or does not begin. */
    void stop() {
        wanted = false;
    }

    boolean wanted() {
        return wanted;
    }

    boolean text(String text) {
        events.add(new Text(text));
        return wanted;
    }

    void end(Written written) {
        events.add(new End(written));
    }

    void failed(Throwable cause) {
        events.add(new Failed(cause));
    }
}
