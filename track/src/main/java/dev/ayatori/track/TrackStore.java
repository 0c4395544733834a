package dev.ayatori.track;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The database of runs and metrics, {@code track.sqlite} in the folder of runs.
 *
 * <p>Any number of processes may read while one writes (write-ahead log). Losing the last moments in a power cut is fine:
 * a resumed stage writes them again, and the same (run, stage, name, step) replaces.
 */
public final class TrackStore implements AutoCloseable {
    public static final String FILE = "track.sqlite";

    private static final List<String> SCHEMA = List.of(
            "pragma journal_mode = wal",
            "pragma synchronous = normal",
            "pragma busy_timeout = 20000",
            "create table if not exists stages (run text, stage text, state text not null, started text not null,"
                    + " seconds real not null, content_hash text not null, primary key (run, stage)) without rowid",
            "create table if not exists metrics (run text, stage text, name text, step integer, value real,"
                    + " primary key (run, stage, name, step)) without rowid");

    private final Path file;
    private final Connection connection;

    private TrackStore(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /** Opens the database of a folder of runs, making both when they are not there. */
    public static TrackStore open(Path runsFolder) {
        Path file = runsFolder.resolve(FILE);
        try {
            Files.createDirectories(runsFolder);
            TrackStore store = new TrackStore(file, DriverManager.getConnection("jdbc:sqlite:" + file));
            store.prepare();
            return store;
        } catch (IOException e) {
            throw Failure.of("cannot open " + file, runsFolder, e);
        } catch (SQLException e) {
            throw Failure.of("cannot open " + file, runsFolder, new IOException(e.getMessage(), e));
        }
    }

    private void prepare() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : SCHEMA) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** The names of the runs, the one last worked on first. */
    public List<String> runs() {
        return query("select run from stages group by run order by max(started) desc, run", row -> row.getString(1));
    }

    /** The stages of a run in the order in which they began. */
    public List<StageState> stages(String run) {
        return query(
                "select stage, state, started, seconds, content_hash from stages where run = ? order by started, stage",
                row -> new StageState(
                        row.getString(1), row.getString(2), row.getString(3), row.getDouble(4), row.getString(5)),
                run);
    }

    /** The names of the metrics a stage of a run wrote, sorted. */
    public List<String> metricNames(String run, String stage) {
        return query(
                "select distinct name from metrics where run = ? and stage = ? order by name",
                row -> row.getString(1),
                run,
                stage);
    }

    /** The values of one metric by rising step; a value that is no number comes back as NaN. */
    public List<MetricPoint> metrics(String run, String stage, String name) {
        return query(
                "select step, value from metrics where run = ? and stage = ? and name = ? order by step",
                row -> new MetricPoint(row.getLong(1), row.getObject(2) == null ? Double.NaN : row.getDouble(2)),
                run,
                stage,
                name);
    }

    /** A sink that writes under a stage of a run. */
    public MetricSink sink(String run, String stage) {
        return (name, step, value) ->
                update("insert or replace into metrics values (?, ?, ?, ?, ?)", run, stage, name, step, value);
    }

    /** Forgets the metrics of a stage that begins anew. */
    void clearMetrics(String run, String stage) {
        update("delete from metrics where run = ? and stage = ?", run, stage);
    }

    void write(String run, StageState state) {
        update(
                "insert or replace into stages values (?, ?, ?, ?, ?, ?)",
                run,
                state.stage(),
                state.state(),
                state.started(),
                state.seconds(),
                state.contentHash());
    }

    /** Forgets everything about a run. */
    public void forget(String run) {
        update("delete from stages where run = ?", run);
        update("delete from metrics where run = ?", run);
    }

    private synchronized void update(String sql, Object... values) {
        try (PreparedStatement statement = bound(sql, values)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw Failure.of(
                    "cannot write " + file, file.toAbsolutePath().getParent(), new IOException(e.getMessage(), e));
        }
    }

    private synchronized <T> List<T> query(String sql, Row<T> row, Object... values) {
        try (PreparedStatement statement = bound(sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<T> result = new ArrayList<>();
            while (rows.next()) {
                result.add(row.read(rows));
            }
            return List.copyOf(result);
        } catch (SQLException e) {
            throw new AyatoriException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private PreparedStatement bound(String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new AyatoriException("cannot close " + file + ": " + e.getMessage(), e);
        }
    }

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }
}
