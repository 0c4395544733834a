package dev.ayatori.tensor;

import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.javacpp.chrono.Milliseconds;
import org.bytedeco.pytorch.GlooDeviceVector;
import org.bytedeco.pytorch.ProcessGroupGloo;
import org.bytedeco.pytorch.TCPStore;
import org.bytedeco.pytorch.TCPStoreOptions;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.Work;
import org.bytedeco.pytorch.gloo.Device;

/**
 * A process group over libtorch's Gloo. The processes find each other through a store that rank 0 keeps at an address
 * known to all, as torchrun and Slurm arrange it (MASTER_ADDR, MASTER_PORT).
 */
public final class GlooGroup implements ProcessGroup {

    /** One kind of message: Gloo keeps the order of those with equal tags. */
    private static final int TAG = 0;

    private final Rendezvous rendezvous;
    private final TCPStore store;
    private final ProcessGroupGloo group;

    /**
     * Where the processes of a group meet.
     *
     * @param host name or address of rank 0
     * @param port on which rank 0 listens
     * @param rank of this process
     * @param size of the group
     * @param timeout the longest wait for another process
     */
    public record Rendezvous(String host, int port, int rank, int size, Duration timeout) {
        /** Checks the numbers. */
        public Rendezvous {
            if (rank < 0 || rank >= size) {
                throw new IllegalArgumentException("rank must be at least 0 and below the size of " + size + ", but is "
                        + rank + " (RANK and WORLD_SIZE)");
            }
            if (port < 1 || port > 65_535) {
                throw new IllegalArgumentException(
                        "the port must be between 1 and 65535, but is " + port + " (MASTER_PORT)");
            }
        }

        private String where() {
            return "rank " + rank + " of " + size + " at " + host + ":" + port;
        }
    }

    private GlooGroup(Rendezvous rendezvous, TCPStore store, ProcessGroupGloo group) {
        this.rendezvous = rendezvous;
        this.store = store;
        this.group = group;
    }

    /** Meets the other processes. */
    public static GlooGroup join(Rendezvous rendezvous) {
        Loader.load(org.bytedeco.pytorch.presets.torch.class);
        Loader.load(org.bytedeco.pytorch.presets.torch_gloo.class);
        try (PointerScope _ = new PointerScope()) {
            Milliseconds timeout = new Milliseconds(rendezvous.timeout().toMillis());
            TCPStoreOptions meeting = new TCPStoreOptions()
                    .port((short) rendezvous.port())
                    .isServer(rendezvous.rank() == 0)
                    .waitWorkers(false)
                    .timeout(timeout);
            TCPStore store = new TCPStore(rendezvous.host(), meeting);
            ProcessGroupGloo.Options options = ProcessGroupGloo.Options.create(timeout);
            options.devices(new GlooDeviceVector(device(rendezvous.host())));
            options.threads(2);
            ProcessGroupGloo group = new ProcessGroupGloo(store, rendezvous.rank(), rendezvous.size(), options);
            store.retainReference();
            group.retainReference();
            return new GlooGroup(rendezvous, store, group);
        } catch (RuntimeException e) {
            throw new LostPeerException(
                    rendezvous.where() + " could not meet the others within " + rendezvous.timeout() + ": "
                            + firstLine(e),
                    e);
        }
    }

    /** The network that leads to rank 0, where GLOO_SOCKET_IFNAME names no other; the name of a machine may not tell. */
    private static Device device(String host) {
        String network = System.getenv("GLOO_SOCKET_IFNAME");
        if (network != null) {
            return ProcessGroupGloo.createDeviceForInterface(network);
        }
        try (DatagramSocket towards = new DatagramSocket()) {
            towards.connect(InetAddress.getByName(host), 1); // sends nothing
            return ProcessGroupGloo.createDeviceForHostname(
                    towards.getLocalAddress().getHostAddress());
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("no machine is called \"" + host + "\" (MASTER_ADDR)", e);
        } catch (SocketException | UncheckedIOException e) {
            throw new LostPeerException("no network leads to " + host + " (MASTER_ADDR): " + e.getMessage(), e);
        }
    }

    @Override
    public int rank() {
        return rendezvous.rank();
    }

    @Override
    public int size() {
        return rendezvous.size();
    }

    @Override
    public Transfer send(Tensor tensor, int to) {
        return begin("sending " + tensor + " to rank " + to, () -> group.send(vector(tensor), to, TAG));
    }

    @Override
    public Transfer receive(Tensor tensor, int from) {
        return begin("receiving " + tensor + " from rank " + from, () -> group.recv(vector(tensor), from, TAG));
    }

    @Override
    public void barrier() {
        begin("waiting for all ranks", group::barrier).await();
    }

    private static TensorVector vector(Tensor tensor) {
        return new TensorVector(tensor.raw());
    }

    private interface Beginning {
        Work begin();
    }

    private Transfer begin(String what, Beginning beginning) {
        Work work;
        try {
            work = beginning.begin();
        } catch (RuntimeException e) {
            throw lost(what, e);
        }
        return () -> {
            try {
                work._wait();
            } catch (RuntimeException e) {
                throw lost(what, e);
            }
        };
    }

    private LostPeerException lost(String what, RuntimeException cause) {
        return new LostPeerException(
                rendezvous.where() + " lost a peer while " + what + " (timeout " + rendezvous.timeout() + "): "
                        + firstLine(cause),
                cause);
    }

    /** What Gloo says without the place in its sources. */
    private static String firstLine(RuntimeException e) {
        String line = String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason told");
        return line.replaceFirst("^\\[[^]]*] ", "");
    }

    @Override
    public void close() {
        group.releaseReference();
        store.releaseReference();
    }
}
