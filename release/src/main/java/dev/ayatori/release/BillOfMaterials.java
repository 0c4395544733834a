package dev.ayatori.release;

import dev.ayatori.track.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes the third-party jars of this program as CycloneDX 1.6 JSON, without times and serial numbers. */
final class BillOfMaterials {
    private static final Pattern JAR = Pattern.compile("(.+?)-(\\d.*)\\.jar");
    private static final String PROPERTIES = "META-INF/maven/.+/pom\\.properties";

    private BillOfMaterials() {}

    static void write(Path file, List<Path> classPath) {
        SortedMap<String, Map<String, Object>> components = new TreeMap<>();
        for (Path jar : classPath) {
            String name = jar.getFileName().toString();
            if (Files.isRegularFile(jar) && name.endsWith(".jar") && !name.startsWith("ayatori-")) {
                components.put(name, component(jar, name));
            }
        }
        Map<String, Object> bill = new LinkedHashMap<>();
        bill.put("bomFormat", "CycloneDX");
        bill.put("specVersion", "1.6");
        bill.put("version", 1);
        bill.put("components", List.copyOf(components.values()));
        Json.write(file, bill);
    }

    private static Map<String, Object> component(Path jar, String fileName) {
        Matcher parts = JAR.matcher(fileName);
        String name = parts.matches() ? parts.group(1) : fileName.substring(0, fileName.length() - ".jar".length());
        String version = parts.matches() ? parts.group(2) : "";
        Properties coordinates = coordinates(jar, name);
        Map<String, Object> component = new LinkedHashMap<>();
        component.put("type", "library");
        component.put("bom-ref", fileName);
        if (coordinates.containsKey("groupId")) {
            component.put("group", coordinates.getProperty("groupId"));
            component.put(
                    "purl",
                    "pkg:maven/%s/%s@%s"
                            .formatted(coordinates.getProperty("groupId"), name, coordinates.getProperty("version")));
        }
        component.put("name", name);
        component.put("version", coordinates.getProperty("version", version));
        component.put(
                "hashes",
                List.of(Map.of(
                        "alg", "SHA-256", "content", ReleaseHashes.hash(jar).sha256())));
        return component;
    }

    /** The coordinates a jar states for the artifact of its own name; none when it states others only. */
    private static Properties coordinates(Path jar, String artifact) {
        try (JarFile opened = new JarFile(jar.toFile())) {
            for (JarEntry entry : opened.stream()
                    .filter(each -> each.getName().matches(PROPERTIES))
                    .toList()) {
                Properties properties = new Properties();
                try (InputStream in = opened.getInputStream(entry)) {
                    properties.load(in);
                }
                if (artifact.equals(properties.getProperty("artifactId"))) {
                    return properties;
                }
            }
            return new Properties();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + jar, e);
        }
    }
}
