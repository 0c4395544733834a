package dev.ayatori.release;

import dev.ayatori.corpus.Corpus;
import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.Split;
import dev.ayatori.corpus.publish.Shard;
import dev.ayatori.corpus.publish.ShardFormat;
import dev.ayatori.corpus.source.SourceList;
import dev.ayatori.track.Artifact;
import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes a corpus for others: its documents, {@code corpus.json}, a card and the hashes of all of it.
 *
 * @param name what the corpus is to be called
 * @param format of its files
 * @param shardBytes bytes of text after which a file is closed
 */
public record PublishCorpus(String name, ShardFormat format, long shardBytes) {
    public PublishCorpus {
        if (shardBytes < 1) {
            throw new IllegalArgumentException("shardBytes must be at least 1, but is " + shardBytes);
        }
    }

    /** Writes into a folder that is not there yet; it appears when it is whole and checked. */
    public Path write(Artifact sources, Artifact corpus, Path folder) {
        if (Files.exists(folder)) {
            throw new AyatoriException(folder + " is there already; name a new folder, or delete it");
        }
        Path draft = folder.resolveSibling(folder.getFileName() + ".partial");
        if (Files.exists(draft)) {
            throw new AyatoriException(draft + " is left of an attempt that was ended; delete it");
        }
        try {
            Files.createDirectories(draft);
            writeAll(sources, corpus, draft);
            List<Finding> findings = VerifyRelease.verify(draft);
            if (!findings.isEmpty()) {
                throw new AyatoriException("what was written to " + draft + " is not whole: " + findings.getFirst());
            }
            return Files.move(draft, folder);
        } catch (IOException e) {
            delete(draft);
            throw new UncheckedIOException("cannot write " + draft + ": " + e.getMessage(), e);
        } catch (RuntimeException e) {
            delete(draft);
            throw e;
        }
    }

    /** What failed leaves nothing, least of all on a disk that is full. */
    private static void delete(Path draft) {
        try (Stream<Path> files = Files.walk(draft)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException stays) {
                    throw new UncheckedIOException(stays);
                }
            });
        } catch (IOException | UncheckedIOException stays) {
            // the failure that led here tells more
        }
    }

    private void writeAll(Artifact sources, Artifact artifact, Path draft) throws IOException {
        Corpus corpus = Corpus.open(artifact);
        CorpusManifest.Contents contents = new CorpusManifest.Contents();
        List<Shard> shards = new ArrayList<>();
        for (Split split : Split.values()) {
            try (Stream<Document> documents = corpus.documents(split)) {
                shards.addAll(Shard.write(draft, format, split, documents.peek(contents::add), shardBytes));
            }
        }
        CorpusManifest manifest = new CorpusManifest(
                CorpusManifest.FORMAT_VERSION,
                name,
                artifact.contentHash(),
                format,
                shards,
                contents.counted(),
                sources(sources),
                PublicSettings.of(artifact.manifest().settings()),
                corpus.statistics());
        Json.write(draft.resolve(CorpusManifest.FILE), manifest);
        Files.writeString(draft.resolve(ReleaseFiles.CARD), new CorpusCard(manifest).render());
        ReleaseHashes.of(draft).write(draft);
    }

    private static List<CorpusManifest.Source> sources(Artifact sources) {
        return SourceList.read(sources.folder()).sources().stream()
                .map(source -> new CorpusManifest.Source(
                        source.uri().startsWith("file:")
                                ? source.uri()
                                        .substring(1 + Math.max(4, source.uri().lastIndexOf('/')))
                                : source.uri(),
                        source.collection(),
                        source.licence(),
                        source.bytes(),
                        source.sha256()))
                .toList();
    }
}
