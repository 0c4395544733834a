package dev.ayatori.tensor;

/**
 * Processes that hand each other tensors, numbered 0 to size - 1. Every wait ends within the group's timeout: a peer
 * that is gone or stalled is a {@link LostPeerException}, never a hang.
 *
 * <p>Messages from one rank to another arrive in the order they were sent. A tensor must be contiguous and must live,
 * unchanged, until its transfer was awaited.
 */
public interface ProcessGroup extends AutoCloseable {

    /** The number of this process. */
    int rank();

    /** How many processes there are. */
    int size();

    /** Begins to send a tensor. */
    Transfer send(Tensor tensor, int to);

    /** Begins to receive into a tensor of the sender's type and size. */
    Transfer receive(Tensor tensor, int from);

    /** Waits until every process has come here. */
    void barrier();

    @Override
    void close();

    /** A tensor on its way. */
    @FunctionalInterface
    interface Transfer {
        /** Waits until the tensor has been read or written. */
        void await();
    }

    /** A process on its own: it has nobody to send to. */
    static ProcessGroup alone() {
        return new Alone();
    }

    /** The group of one. */
    final class Alone implements ProcessGroup {
        private Alone() {}

        @Override
        public int rank() {
            return 0;
        }

        @Override
        public int size() {
            return 1;
        }

        @Override
        public Transfer send(Tensor tensor, int to) {
            throw new IllegalArgumentException("a process on its own cannot send to rank " + to);
        }

        @Override
        public Transfer receive(Tensor tensor, int from) {
            throw new IllegalArgumentException("a process on its own cannot receive from rank " + from);
        }

        @Override
        public void barrier() {}

        @Override
        public void close() {}
    }
}
