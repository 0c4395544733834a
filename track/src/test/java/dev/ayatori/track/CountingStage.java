package dev.ayatori.track;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A small resumable or restarting stage: it writes numbered files whose text depends on the settings and the inputs. */
final class CountingStage implements Stage {
    record Settings(String word, int files) {}

    interface Disturbance {
        void before(int file) throws IOException, InterruptedException;
    }

    private final String name;
    private final Settings settings;
    private final List<String> inputs;
    boolean resumable;
    boolean anyFiles;
    int revision = 1;
    int runs;
    int written;
    Disturbance disturbance = file -> {};

    CountingStage(String name, Settings settings, String... inputs) {
        this.name = name;
        this.settings = settings;
        this.inputs = List.of(inputs);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int revision() {
        return revision;
    }

    @Override
    public Record settings() {
        return settings;
    }

    @Override
    public List<String> inputs() {
        return inputs;
    }

    @Override
    public boolean resumable() {
        return resumable;
    }

    /** Fewer or more files are the same work where the test says so. */
    @Override
    public boolean goesOnFrom(JsonNode earlier, Path folder) {
        return anyFiles && Json.fromTree(earlier, Settings.class).word().equals(settings.word());
    }

    @Override
    public StageResult run(StageContext context) throws IOException, InterruptedException {
        runs++;
        ContentHasher hasher = ContentHasher.create();
        context.progress().start("counting", settings.files(), "files");
        for (int i = 0; i < settings.files(); i++) {
            disturbance.before(i);
            String text = settings.word() + i;
            for (String input : inputs) {
                text += Files.readString(context.input(input).file("files/0.txt"));
            }
            Path file = context.folder().resolve("files/" + i + ".txt");
            if (!Files.exists(file)) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
                written++;
            }
            context.metrics().metric("loss", i, 1.0 / (i + 1));
            hasher.text(text);
        }
        return new StageResult(hasher.hex(), Map.of("files", (long) settings.files()));
    }
}
