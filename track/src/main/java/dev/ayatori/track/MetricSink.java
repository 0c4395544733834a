package dev.ayatori.track;

/** Takes the numbers a stage measures on its way, such as the loss of a training step. */
@FunctionalInterface
public interface MetricSink {
    /** Writes one value down; the same name and step again replaces the value, so that a resumed stage leaves no doubles. */
    void metric(String name, long step, double value);

    /** A sink that forgets, for tests and dry runs. */
    static MetricSink none() {
        return (name, step, value) -> {};
    }
}
