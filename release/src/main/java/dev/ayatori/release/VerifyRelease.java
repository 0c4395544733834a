package dev.ayatori.release;

import dev.ayatori.track.AyatoriException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Checks a release folder, of a model or of a corpus, against its own hashes and claims. */
public final class VerifyRelease {
    private VerifyRelease() {}

    /** Everything that is wrong with the release in {@code folder}, in a fixed order; empty when all is well. */
    public static List<Finding> verify(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new AyatoriException(folder + " is no folder; give the folder of a release");
        }
        if (!Files.isRegularFile(folder.resolve(ReleaseFiles.HASHES))) {
            return List.of(new Finding(ReleaseFiles.HASHES, "is missing, so no file can be checked"));
        }
        List<Finding> findings = new ArrayList<>();
        try {
            addHashFindings(folder, ReleaseHashes.read(folder), findings);
        } catch (AyatoriException e) {
            return List.of(new Finding(ReleaseFiles.HASHES, "cannot be read: " + e.getMessage()));
        }
        if (CorpusCheck.applies(folder)) {
            CorpusCheck.addFindings(folder, findings);
            return List.copyOf(findings);
        }
        ModelCheck.addFindings(folder, findings);
        CardCheck.addFindings(folder, findings);
        return List.copyOf(findings);
    }

    private static void addHashFindings(Path folder, ReleaseHashes expected, List<Finding> findings) {
        TreeSet<String> names = new TreeSet<>(expected.files().keySet());
        List<String> present = ReleaseHashes.names(folder);
        names.addAll(present);
        for (String name : names) {
            ReleaseHashes.FileHash hash = expected.files().get(name);
            if (hash == null) {
                findings.add(new Finding(name, "does not belong to the release"));
            } else if (!present.contains(name)) {
                findings.add(new Finding(name, "is missing"));
            } else {
                addHashFinding(name, hash, ReleaseHashes.hash(folder.resolve(name)), findings);
            }
        }
    }

    private static void addHashFinding(
            String name, ReleaseHashes.FileHash expected, ReleaseHashes.FileHash found, List<Finding> findings) {
        if (expected.bytes() != found.bytes()) {
            findings.add(new Finding(name, "has " + found.bytes() + " bytes, but should have " + expected.bytes()));
        } else if (!expected.equals(found)) {
            findings.add(new Finding(name, "has SHA-256 " + found.sha256() + ", but should have " + expected.sha256()));
        }
    }
}
