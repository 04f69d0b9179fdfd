package io.retort.internal.execute;

import io.retort.internal.execute.SilenceMonitor.SessionCondition;
import io.retort.internal.session.JdbcQueries;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Finds out from a second connection what a session is doing. */
final class SessionProbe {

    static final SessionProbe NONE = new SessionProbe(() -> SessionCondition.WORKING, () -> {});
    private static final Pattern HOST = Pattern.compile("^jdbc:[\\w:]+//(?:[^/@]*@)?(\\[[^\\]]+]|[^/:,;?]+):(\\d+)");
    private static final int CONNECT_MILLIS = 3_000;

    private final Supplier<SessionCondition> condition;
    private final Runnable end;

    /**
     * @param condition queries the state of the session
     * @param end terminates the session
     */
    SessionProbe(Supplier<SessionCondition> condition, Runnable end) {
        this.condition = condition;
        this.end = end;
    }

    Runnable end() {
        return end;
    }

    static SessionProbe of(ExecutionContext context, DataSource dataSource, String query, Runnable end)
            throws SQLException {
        InetSocketAddress server = server(context.connection().getMetaData().getURL());
        return new SessionProbe(() -> ask(dataSource, query, server), end);
    }

    private static @Nullable InetSocketAddress server(@Nullable String url) {
        Matcher host = HOST.matcher(String.valueOf(url));
        return host.find() ? InetSocketAddress.createUnresolved(host.group(1), Integer.parseInt(host.group(2))) : null;
    }

    SessionCondition find() {
        return condition.get();
    }

    /** If the pool has no second connection, only a connection attempt shows whether the server can be reached. */
    private static SessionCondition ask(DataSource dataSource, String query, @Nullable InetSocketAddress server) {
        try (Connection second = dataSource.getConnection()) {
            return new JdbcQueries(second)
                    .text(query)
                    .map(state -> state.equals("active") ? SessionCondition.WORKING : SessionCondition.IDLE)
                    .orElse(SessionCondition.ENDED);
        } catch (SQLException | RuntimeException e) {
            return server == null || isReachable(server) ? SessionCondition.WORKING : SessionCondition.UNREACHABLE;
        }
    }

    private static boolean isReachable(InetSocketAddress server) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(server.getHostString(), server.getPort()), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
