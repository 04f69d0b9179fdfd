package io.retort.run.patience;

import io.retort.run.session.Questions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Looks from a second connection how far a run's statement is, where the product tells. It looks only every few seconds and
 * from a thread of its own, so that a short run never asks for a second connection and nobody waits for a pool that has
 * none to give.
 */
public final class Watch implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final @Nullable Thread thread;

    private Watch(@Nullable Thread thread) {
        this.thread = thread;
    }

    /** Watches a session until closed. */
    public static Watch over(Workplace workplace, DataSource dataSource, Consumer<String> told) throws SQLException {
        Optional<String> id = workplace.sessions().id();
        if (id.isEmpty()) {
            return new Watch(null);
        }
        Optional<String> query = workplace
                .questions()
                .text(id.get())
                .flatMap(self -> workplace.sessions().progress(self));
        return new Watch(query.map(sql -> start(sql, dataSource, told)).orElse(null));
    }

    private static Thread start(String sql, DataSource dataSource, Consumer<String> told) {
        Thread thread = new Thread(() -> look(sql, dataSource, told), "retort-watch");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void look(String sql, DataSource dataSource, Consumer<String> told) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(PAUSE.toMillis());
                texts(sql, dataSource).forEach(told);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } catch (SQLException | RuntimeException nothingToSee) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> texts(String sql, DataSource dataSource) throws SQLException {
        try (Connection second = dataSource.getConnection()) {
            return new Questions(second).texts(sql);
        }
    }

    @Override
    public void close() {
        if (thread != null) {
            thread.interrupt();
        }
    }
}
