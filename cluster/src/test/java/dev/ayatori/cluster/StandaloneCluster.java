package dev.ayatori.cluster;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** One Spark master and some workers of one core each, as processes of this machine, from the jars of the class path. */
public final class StandaloneCluster implements AutoCloseable {
    private static final int MEMORY = 700;

    private final Path home;
    private final List<Process> workers = new ArrayList<>();
    private final Process master;
    private final int port;
    private final int web;

    private StandaloneCluster(Path home) throws IOException {
        this.home = home;
        this.port = freePort();
        this.web = freePort();
        linkJars(home.resolve("jars"));
        this.master = java(
                "master",
                List.of(
                        "org.apache.spark.deploy.master.Master",
                        "--host",
                        "127.0.0.1",
                        "--port",
                        Integer.toString(port),
                        "--webui-port",
                        Integer.toString(web)));
    }

    public static StandaloneCluster start(Path home, int workers) throws IOException, InterruptedException {
        StandaloneCluster cluster = new StandaloneCluster(Files.createDirectories(home));
        cluster.await(0);
        for (int i = 0; i < workers; i++) {
            cluster.addWorker();
        }
        cluster.await(workers);
        return cluster;
    }

    public String address() {
        return "spark://127.0.0.1:" + port;
    }

    /** What an application of this cluster needs to know. */
    public Map<String, String> properties() {
        Map<String, String> properties = new TreeMap<>();
        properties.put("spark.driver.host", "127.0.0.1");
        properties.put("spark.executor.memory", MEMORY + "m");
        properties.put("spark.executor.cores", "1");
        properties.put("spark.executor.extraClassPath", folders());
        return properties;
    }

    void addWorker() throws IOException {
        workers.add(java(
                "worker" + workers.size(),
                List.of(
                        "org.apache.spark.deploy.worker.Worker",
                        "--host",
                        "127.0.0.1",
                        "--cores",
                        "1",
                        "--memory",
                        MEMORY + "m",
                        "--work-dir",
                        home.resolve("work" + workers.size()).toString(),
                        "--webui-port",
                        Integer.toString(freePort()),
                        address())));
    }

    /** Kills the first worker and its executors as kill -9 does; another one takes its place. */
    void killWorker() throws IOException, InterruptedException {
        Process worker = workers.getFirst();
        List<ProcessHandle> executors = worker.descendants().toList();
        worker.destroyForcibly().waitFor();
        executors.forEach(ProcessHandle::destroyForcibly);
        addWorker();
    }

    private void await(int count) throws InterruptedException, IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + web + "/json/"))
                .build();
        Pattern alive = Pattern.compile("\"state\"\\s*:\\s*\"ALIVE\"");
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int attempt = 0; attempt < 600; attempt++) {
                if (master.waitFor(200, TimeUnit.MILLISECONDS)) {
                    break;
                }
                try {
                    String state = client.send(request, HttpResponse.BodyHandlers.ofString())
                            .body();
                    if (alive.matcher(state).results().count() >= count) {
                        return;
                    }
                } catch (IOException e) {
                    // not up yet
                }
            }
        }
        throw new IllegalStateException("the cluster did not come up: " + Files.readString(home.resolve("master.log")));
    }

    private Process java(String name, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve(name + ".log").toFile());
        builder.environment().put("SPARK_HOME", home.toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.start();
    }

    private static void linkJars(Path jars) throws IOException {
        Files.createDirectories(jars);
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry).toAbsolutePath();
            if (entry.endsWith(".jar") && !Files.exists(jars.resolve(path.getFileName()))) {
                Files.createSymbolicLink(jars.resolve(path.getFileName()), path);
            }
        }
    }

    private static String folders() {
        List<String> folders = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!entry.endsWith(".jar")) {
                folders.add(Path.of(entry).toAbsolutePath().toString());
            }
        }
        return String.join(File.pathSeparator, folders);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        workers.forEach(worker -> {
            worker.descendants().forEach(ProcessHandle::destroyForcibly);
            worker.destroyForcibly();
        });
        master.destroyForcibly();
    }
}
