package dev.ayatori.track.terminal;

import dev.ayatori.track.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Progress as lines of text: on a terminal one live line that renews itself, elsewhere a plain line now and then. Both
 * tell how much is done, how fast, and how long it will take.
 */
public final class LineProgress implements Progress {
    private static final Duration LIVE_INTERVAL = Duration.ofMillis(100);
    private static final Duration PLAIN_INTERVAL = Duration.ofSeconds(10);
    private static final String CLEAR_LINE = "\r\033[K";

    private final PrintStream out;
    private final boolean live;
    private final LongSupplier nanoseconds;
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong nextLine = new AtomicLong();
    private volatile @Nullable Work work;
    private volatile String status = "";

    LineProgress(PrintStream out, boolean live, LongSupplier nanoseconds) {
        this.out = out;
        this.live = live;
        this.nanoseconds = nanoseconds;
    }

    /** A live line: for a terminal only. */
    public static Progress live(PrintStream out) {
        return new LineProgress(out, true, System::nanoTime);
    }

    /** Plain lines: for a file or a pipe. */
    public static Progress plain(PrintStream out) {
        return new LineProgress(out, false, System::nanoTime);
    }

    @Override
    public synchronized void start(String what, long total, String unit) {
        finish();
        done.set(0);
        status = "";
        long now = nanoseconds.getAsLong();
        nextLine.set(now + interval());
        Work started = new Work(what, total, unit, now);
        work = started;
        if (live) {
            out.print(CLEAR_LINE + started.line(0, now));
            out.flush();
        }
    }

    @Override
    public void advance(long by) {
        long all = done.addAndGet(by);
        long now = nanoseconds.getAsLong();
        long due = nextLine.get();
        if (now - due >= 0 && nextLine.compareAndSet(due, now + interval())) {
            print(all, now);
        }
    }

    private synchronized void print(long all, long now) {
        Work current = work;
        if (current != null) {
            String line = current.line(all, now) + (status.isEmpty() ? "" : "  " + status);
            out.print(live ? CLEAR_LINE + line : line + System.lineSeparator());
            out.flush();
        }
    }

    @Override
    public void status(String text) {
        status = text;
    }

    @Override
    public synchronized void note(String line) {
        out.println(live ? CLEAR_LINE + line : line);
        if (live) {
            print(done.get(), nanoseconds.getAsLong());
        }
        out.flush();
    }

    @Override
    public synchronized void finish() {
        Work current = work;
        if (current != null) {
            work = null;
            out.println((live ? CLEAR_LINE : "") + current.end(done.get(), nanoseconds.getAsLong()));
            out.flush();
        }
    }

    private long interval() {
        return (live ? LIVE_INTERVAL : PLAIN_INTERVAL).toNanos();
    }
}
