package io.retort.benchmarks.start;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.InstantiationAwareBeanPostProcessor;

/**
 * Measures the creation of a contender's beans: the initializer, and the beans created for it or before it. It opens
 * and closes a connection first in every application, because no contender should be charged for the first connection.
 */
final class InitializerClock implements InstantiationAwareBeanPostProcessor {

    private final BeanFactory beans;
    private final StartContender who;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private @Nullable String running;
    private boolean connected;
    private Reading begun = new Reading(0, 0);
    private Reading taken = new Reading(0, 0);

    InitializerClock(BeanFactory beans, StartContender who) {
        this.beans = beans;
        this.who = who;
    }

    /** CPU time of this thread and wall time, in nanoseconds. */
    private record Reading(long thread, long wall) {

        Reading plus(Reading other) {
            return new Reading(thread + other.thread, wall + other.wall);
        }

        Reading minus(Reading other) {
            return new Reading(thread - other.thread, wall - other.wall);
        }
    }

    @Override
    public @Nullable Object postProcessBeforeInstantiation(Class<?> type, String bean) {
        if (running == null && bean.toLowerCase(Locale.ROOT).startsWith(who.label())) {
            running = bean;
            if (bean.equals(who.bean()) && !connected) {
                connected = true;
                connect(beans.getBean(DataSource.class));
            }
            begun = read();
        }
        return null;
    }

    @Override
    public Object postProcessAfterInitialization(Object made, String bean) {
        if (bean.equals(running)) {
            taken = taken.plus(read().minus(begun));
            running = null;
        }
        return made;
    }

    /** Returns the results so far in microseconds, in the format that {@link Times} parses. */
    String report() {
        long wall = System.currentTimeMillis()
                - ManagementFactory.getRuntimeMXBean().getStartTime();
        return taken.thread / 1000 + " " + taken.wall / 1000 + " " + read().thread / 1000 + " "
                + system.getProcessCpuTime() / 1000 + " " + wall * 1000;
    }

    private Reading read() {
        return new Reading(threads.getCurrentThreadCpuTime(), System.nanoTime());
    }

    private static void connect(DataSource source) {
        try (Connection connection = source.getConnection()) {
            connection.getMetaData().getDatabaseProductName();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
