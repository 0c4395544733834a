package dev.ayatori.cluster;

import dev.ayatori.track.AyatoriException;
import java.io.File;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/** Starts applications of Spark that bring Ayatori's own jars to the executors. */
public final class SparkApplication {
    /** Names the folder of jars that executors need beside Spark's own; the launcher sets it. */
    private static final String SHIPPED = "ayatori.shipped";

    private SparkApplication() {}

    /** An application on a master, or where that is empty on the one that {@code spark-submit} chose. */
    public static JavaSparkContext start(String name, String master, Map<String, String> properties) {
        SparkConf conf = new SparkConf()
                .setIfMissing("spark.app.name", name)
                .setIfMissing("spark.ui.enabled", "false")
                .setIfMissing("spark.ui.showConsoleProgress", "false");
        if (!master.isEmpty()) {
            conf.setMaster(master);
        }
        if (!conf.contains("spark.master")) {
            throw new AyatoriException("Spark needs a cluster: name it with --master, such as"
                    + " --master local[2] or --master spark://host:7077");
        }
        conf.setIfMissing("spark.jars", shippedJars());
        properties.forEach(conf::set);
        return new JavaSparkContext(conf);
    }

    private static String shippedJars() {
        String folder = System.getProperty(SHIPPED, "");
        File[] jars = new File(folder).listFiles((parent, name) -> name.endsWith(".jar"));
        return folder.isEmpty() || jars == null
                ? ""
                : Stream.of(jars).map(File::getPath).sorted().collect(Collectors.joining(","));
    }
}
