package dev.ayatori.pretrain;

import dev.ayatori.track.launch.ProcessLauncher;
import dev.ayatori.track.launch.ProcessOrder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.SortedMap;
import java.util.TreeMap;

/** All workers on this machine. */
public final class LocalProcesses implements ProcessLauncher {

    @Override
    public SortedMap<Integer, Process> start(ProcessOrder order) throws IOException {
        int port = order.count() > 1 ? freePort() : 1;
        SortedMap<Integer, Process> processes = new TreeMap<>();
        try {
            for (int rank = 0; rank < order.count(); rank++) {
                processes.put(rank, order.local(rank, "127.0.0.1", port).start());
            }
        } catch (IOException e) {
            processes.values().forEach(Process::destroyForcibly);
            throw e;
        }
        return processes;
    }

    @Override
    public boolean onThisMachine() {
        return true;
    }

    /** A port of this machine on which nobody listens now. */
    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
