package dev.ayatori.corpus.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.apache.maven.settings.Mirror;
import org.apache.maven.settings.Profile;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession.CloseableSession;
import org.eclipse.aether.RepositorySystemSession.SessionBuilder;
import org.eclipse.aether.repository.Authentication;
import org.eclipse.aether.repository.Proxy;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.repository.RepositoryPolicy;
import org.eclipse.aether.supplier.RepositorySystemSupplier;
import org.eclipse.aether.supplier.SessionBuilderSupplier;
import org.eclipse.aether.transfer.TransferListener;
import org.eclipse.aether.util.repository.AuthenticationBuilder;
import org.eclipse.aether.util.repository.DefaultAuthenticationSelector;
import org.eclipse.aether.util.repository.DefaultMirrorSelector;
import org.eclipse.aether.util.repository.DefaultProxySelector;
import org.eclipse.aether.util.repository.SimpleResolutionErrorPolicy;

/**
 * Maven's resolver set up as Maven would: mirrors, proxies, servers, repositories and local repository of the settings.
 *
 * @param repositories the remote repositories after mirrors, proxies and passwords
 */
record MavenSession(
        RepositorySystem system, CloseableSession session, List<RemoteRepository> repositories, Path localRepository)
        implements AutoCloseable {
    private static final String PARALLEL_DOWNLOADS = "aether.connector.basic.threads";

    static MavenSession open(Settings settings, Path mavenHome, TransferListener listener) {
        RepositorySystem system = new RepositorySystemSupplier().get();
        Path local = localRepository(settings, mavenHome);
        SessionBuilder builder = new SessionBuilderSupplier(system)
                .get()
                .withLocalRepositoryBaseDirectories(local)
                .setSystemProperties(System.getProperties())
                .setConfigProperties(Map.of(PARALLEL_DOWNLOADS, 8))
                .setChecksumPolicy(RepositoryPolicy.CHECKSUM_POLICY_FAIL)
                // A miss is asked for again: an index that was wrong yesterday must not fail a run today.
                .setResolutionErrorPolicy(new SimpleResolutionErrorPolicy(false, false))
                .setOffline(settings.isOffline())
                .setMirrorSelector(mirrors(settings))
                .setProxySelector(proxies(settings))
                .setAuthenticationSelector(servers(settings))
                .setTransferListener(listener);
        CloseableSession session = builder.build();
        return new MavenSession(system, session, system.newResolutionRepositories(session, remotes(settings)), local);
    }

    private static Path localRepository(Settings settings, Path mavenHome) {
        return Stream.of(System.getProperty("maven.repo.local"), settings.getLocalRepository())
                .filter(Objects::nonNull)
                .filter(path -> !path.isBlank())
                .map(Path::of)
                .findFirst()
                .orElseGet(() -> mavenHome.resolve("repository"));
    }

    private static List<RemoteRepository> remotes(Settings settings) {
        List<RemoteRepository> remotes = new ArrayList<>();
        for (Profile profile : settings.getProfiles()) {
            if (settings.getActiveProfiles().contains(profile.getId())
                    || (profile.getActivation() != null
                            && profile.getActivation().isActiveByDefault())) {
                profile.getRepositories().forEach(each -> remotes.add(remote(each.getId(), each.getUrl())));
            }
        }
        if (remotes.stream().noneMatch(remote -> remote.getId().equals("central"))) {
            remotes.addAll(mavensOwn());
        }
        return remotes;
    }

    /** The repositories every Maven project inherits, from the super POM inside Maven's own library. */
    private static List<RemoteRepository> mavensOwn() {
        String superPom = "/org/apache/maven/model/pom-4.0.0.xml";
        try (InputStream in = Objects.requireNonNull(MavenXpp3Reader.class.getResourceAsStream(superPom), superPom)) {
            return new MavenXpp3Reader()
                    .read(in).getRepositories().stream()
                            .map(each -> remote(each.getId(), each.getUrl()))
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (XmlPullParserException e) {
            throw new AssertionError("Maven's super POM is well formed", e);
        }
    }

    private static RemoteRepository remote(String id, String url) {
        return new RemoteRepository.Builder(id, "default", url).build();
    }

    private static DefaultMirrorSelector mirrors(Settings settings) {
        var selector = new DefaultMirrorSelector();
        for (Mirror mirror : settings.getMirrors()) {
            selector.add(
                    mirror.getId(),
                    mirror.getUrl(),
                    mirror.getLayout(),
                    false,
                    mirror.isBlocked(),
                    mirror.getMirrorOf(),
                    mirror.getMirrorOfLayouts());
        }
        return selector;
    }

    private static DefaultProxySelector proxies(Settings settings) {
        var selector = new DefaultProxySelector();
        for (org.apache.maven.settings.Proxy proxy : settings.getProxies()) {
            if (proxy.isActive()) {
                Authentication login = new AuthenticationBuilder()
                        .addUsername(proxy.getUsername())
                        .addPassword(proxy.getPassword())
                        .build();
                selector.add(
                        new Proxy(proxy.getProtocol(), proxy.getHost(), proxy.getPort(), login),
                        proxy.getNonProxyHosts());
            }
        }
        return selector;
    }

    private static DefaultAuthenticationSelector servers(Settings settings) {
        var selector = new DefaultAuthenticationSelector();
        for (Server server : settings.getServers()) {
            selector.add(
                    server.getId(),
                    new AuthenticationBuilder()
                            .addUsername(server.getUsername())
                            .addPassword(server.getPassword())
                            .addPrivateKey(server.getPrivateKey(), server.getPassphrase())
                            .build());
        }
        return selector;
    }

    @Override
    public void close() {
        session.close();
        system.shutdown();
    }
}
