package dev.ayatori.pretrain.checkpoint;

import dev.ayatori.track.AyatoriException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where the checkpoints of a training lie: {@code step-000123} each, {@code step-000123.partial} until it is whole. */
public record CheckpointFolder(Path path) {
    private static final String DRAFT = ".partial";

    Path checkpoint(int step) {
        return path.resolve("step-%06d".formatted(step));
    }

    Path draft(int step) {
        return path.resolve("step-%06d".formatted(step) + DRAFT);
    }

    /** The step of the newest checkpoint, 0 where there is none. */
    public int newest() {
        try {
            return newestFirst().stream().findFirst().orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Refuses checkpoints of another model, before anything runs. */
    public void requireModel(String model) {
        int step = newest();
        if (step > 0) {
            try {
                CheckpointFiles.state(checkpoint(step)).requireModel(checkpoint(step), model);
            } catch (AnotherModelException e) {
                throw e;
            } catch (AyatoriException | UncheckedIOException e) {
                assert e.getMessage() != null : "a damaged checkpoint is told of when it is resumed from";
            }
        }
    }

    /** Gives a draft that is whole its name. */
    void publish(int step) throws IOException {
        force(draft(step));
        delete(checkpoint(step));
        Files.move(draft(step), checkpoint(step), StandardCopyOption.ATOMIC_MOVE);
        force(path);
    }

    /** Deletes what need not be kept. */
    void forget(Checkpoints.Keeping keeping) throws IOException {
        List<Integer> all = newestFirst();
        int planned = all.getFirst() / keeping.planned() * keeping.planned();
        for (int i = keeping.last(); keeping.last() > 0 && i < all.size(); i++) {
            int step = all.get(i);
            if (step != planned && (keeping.every() == 0 || step % keeping.every() != 0)) {
                delete(checkpoint(step));
            }
        }
    }

    void deleteDrafts() throws IOException {
        for (Path unfinished : matching("step-\\d+\\" + DRAFT)) {
            delete(unfinished);
        }
    }

    private List<Integer> newestFirst() throws IOException {
        return matching("step-\\d+").stream()
                .map(checkpoint ->
                        Integer.valueOf(checkpoint.getFileName().toString().substring("step-".length())))
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private List<Path> matching(String name) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(path)) {
            return all.filter(each -> each.getFileName().toString().matches(name))
                    .toList();
        }
    }

    static void delete(Path checkpoint) throws IOException {
        if (!Files.exists(checkpoint)) {
            return;
        }
        try (Stream<Path> files = Files.list(checkpoint)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(checkpoint);
    }

    /** Waits until a file or the names in a folder are on the disk. */
    static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
