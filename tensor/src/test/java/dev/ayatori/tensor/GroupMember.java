package dev.ayatori.tensor;

import java.time.Duration;

/** One process of a group in a test: does what its first argument says and prints what it saw. */
final class GroupMember {

    private GroupMember() {}

    public static void main(String[] arguments) throws Exception {
        int rank = Integer.parseInt(arguments[1]);
        int size = Integer.parseInt(arguments[2]);
        int port = Integer.parseInt(arguments[3]);
        Duration timeout = Duration.ofMillis(Long.parseLong(arguments[4]));
        try (GlooGroup group = GlooGroup.join(new GlooGroup.Rendezvous("127.0.0.1", port, rank, size, timeout));
                Scope _ = Scope.open()) {
            switch (arguments[0]) {
                case "ring" -> ring(group);
                case "leave" -> leave(group);
                case "stall" -> stall(group);
                default -> throw new IllegalArgumentException(arguments[0]);
            }
        } catch (LostPeerException e) {
            System.out.println("lost: " + e.getMessage());
        }
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }

    /** Hands three tensors to the next rank and tells what came from the one before. */
    private static void ring(ProcessGroup group) {
        int next = (group.rank() + 1) % group.size();
        int before = (group.rank() + group.size() - 1) % group.size();
        Tensor[] received = new Tensor[3];
        ProcessGroup.Transfer[] transfers = new ProcessGroup.Transfer[6];
        for (int i = 0; i < 3; i++) {
            Tensor own = Tensor.of(new float[] {0, group.rank(), i, 0}, 4).narrow(0, 1, 2);
            received[i] = Tensor.zeros(DataType.F32, 2);
            transfers[i] = group.send(own, next);
            transfers[3 + i] = group.receive(received[i], before);
        }
        for (ProcessGroup.Transfer transfer : transfers) {
            transfer.await();
        }
        group.barrier();
        for (Tensor tensor : received) {
            float[] values = tensor.toFloats();
            System.out.println((int) values[0] + " " + (int) values[1]);
        }
    }

    /** Rank 1 dies, the others wait for it. */
    private static void leave(ProcessGroup group) {
        group.barrier();
        if (group.rank() == 1) {
            Runtime.getRuntime().halt(9);
        }
        group.receive(Tensor.zeros(DataType.F32, 2), 1).await();
    }

    /** Rank 1 says nothing until its parent ends it; the others wait for it. */
    private static void stall(ProcessGroup group) throws java.io.IOException {
        if (group.rank() == 1) {
            System.in.read();
            return;
        }
        group.receive(Tensor.zeros(DataType.F32, 2), 1).await();
    }
}
