package dev.ayatori.corpus.source;

import dev.ayatori.track.AyatoriException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.DefaultSettingsBuilderFactory;
import org.apache.maven.settings.building.DefaultSettingsBuildingRequest;
import org.apache.maven.settings.building.SettingsBuildingException;
import org.apache.maven.settings.crypto.DefaultSettingsDecrypter;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.sonatype.plexus.components.cipher.DefaultPlexusCipher;
import org.sonatype.plexus.components.sec.dispatcher.DefaultSecDispatcher;

/** Reads the settings Maven itself would use: the user's {@code ~/.m2/settings.xml} over those of the installation. */
final class MavenSettings {
    private MavenSettings() {}

    /** Merged settings with passwords decrypted. */
    static Settings read(Path mavenHome, Map<String, String> environment) {
        var request = new DefaultSettingsBuildingRequest();
        request.setSystemProperties(properties(environment));
        Path user = mavenHome.resolve("settings.xml");
        if (Files.exists(user)) {
            request.setUserSettingsFile(user.toFile());
        }
        installation(environment).ifPresent(file -> request.setGlobalSettingsFile(file.toFile()));
        try {
            return decrypted(new DefaultSettingsBuilderFactory()
                    .newInstance()
                    .build(request)
                    .getEffectiveSettings());
        } catch (SettingsBuildingException e) {
            throw new AyatoriException("the Maven settings cannot be read: " + e.getMessage() + "; correct " + user, e);
        }
    }

    private static Properties properties(Map<String, String> environment) {
        Properties all = new Properties();
        all.putAll(System.getProperties());
        environment.forEach((name, value) -> all.setProperty("env." + name, value));
        return all;
    }

    private static Optional<Path> installation(Map<String, String> environment) {
        return Stream.of("MAVEN_HOME", "M2_HOME")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(home -> !home.isBlank())
                .map(home -> Path.of(home, "conf", "settings.xml"))
                .filter(Files::exists)
                .findFirst();
    }

    /** Only "{...}" values are encrypted; plain ones come back as they are. */
    private static Settings decrypted(Settings settings) {
        var dispatcher = new DefaultSecDispatcher(new DefaultPlexusCipher());
        dispatcher.setConfigurationFile("~/.m2/settings-security.xml");
        SettingsDecryptionResult result =
                new DefaultSettingsDecrypter(dispatcher).decrypt(new DefaultSettingsDecryptionRequest(settings));
        settings.setServers(result.getServers());
        settings.setProxies(result.getProxies());
        return settings;
    }
}
