package dev.ayatori.corpus.source;

import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.ContentHasher;
import dev.ayatori.track.Progress;
import dev.ayatori.track.Stage;
import dev.ayatori.track.StageContext;
import dev.ayatori.track.StageResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** The stage "sources": brings every input of the recipe into the run, checked against its pinned SHA-256 and licence. */
public final class FetchSources implements Stage {
    private final SourcesSettings settings;
    private final Function<Progress, MavenRepositories> repositories;

    public FetchSources(SourcesSettings settings) {
        this(settings, MavenRepositories::open);
    }

    FetchSources(SourcesSettings settings, Function<Progress, MavenRepositories> repositories) {
        this.settings = settings;
        this.repositories = repositories;
    }

    @Override
    public String name() {
        return "sources";
    }

    @Override
    public int revision() {
        return 3;
    }

    @Override
    public Record settings() {
        return settings;
    }

    @Override
    public List<String> inputs() {
        return List.of();
    }

    @Override
    public StageResult run(StageContext context) throws IOException {
        Files.createDirectories(SourceList.filesFolder(context.folder()));
        List<StoredSource> stored = new ArrayList<>();
        if (!settings.maven().isEmpty()) {
            stored.addAll(fromMaven(context));
        }
        for (int i = 0; i < settings.local().size(); i++) {
            stored.add(new LocalSource(settings.local().get(i), i).store(SourceList.filesFolder(context.folder())));
        }
        SourceList list = new SourceList(stored);
        list.write(context.folder());
        ContentHasher hasher = ContentHasher.create();
        list.sources().forEach(source -> source.addTo(hasher));
        long bytes = list.sources().stream().mapToLong(StoredSource::bytes).sum();
        return new StageResult(
                hasher.hex(), Map.of("sources", (long) list.sources().size(), "bytes", bytes));
    }

    private List<StoredSource> fromMaven(StageContext context) throws IOException {
        SortedMap<Coordinate, MavenCollection> wanted = wanted();
        try (MavenRepositories maven = repositories.apply(context.progress())) {
            context.progress().start("fetching " + wanted.size() + " jars", 0, "bytes");
            SortedMap<Coordinate, Path> jars = maven.jars(wanted.keySet());
            PomLicences licences = new PomLicences(maven, maven.poms(wanted.keySet()));
            List<StoredSource> stored = new ArrayList<>();
            for (Map.Entry<Coordinate, MavenCollection> each : wanted.entrySet()) {
                Path jar = Objects.requireNonNull(jars.get(each.getKey()));
                MavenSource source = new MavenSource(each.getKey(), each.getValue(), jar);
                stored.add(source.store(SourceList.filesFolder(context.folder()), licences));
            }
            context.progress().finish();
            noteUnconfirmed(stored, context.progress());
            return stored;
        }
    }

    private SortedMap<Coordinate, MavenCollection> wanted() {
        SortedMap<Coordinate, MavenCollection> wanted = new TreeMap<>();
        for (MavenCollection collection : settings.maven()) {
            collection.artifacts().keySet().forEach(each -> wanted.put(Coordinate.parse(each), collection));
        }
        return wanted;
    }

    private static void noteUnconfirmed(List<StoredSource> stored, Progress progress) {
        stored.stream()
                .filter(source -> source.licenceFound().isEmpty())
                .forEach(source -> progress.note("%s: its POM names no licence; taken as %s, as the recipe says"
                        .formatted(source.uri(), source.licence())));
    }

    static void checkSha256(String what, Path file, String expected, String found) {
        if (!expected.equals(found)) {
            throw new AyatoriException(
                    "%s is not what the recipe pins: SHA-256 should be %s, but is %s%nThe file is %s; if it should be fetched anew, delete it and run again."
                            .formatted(what, expected, found, file));
        }
    }
}
