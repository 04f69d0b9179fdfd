package io.retort.diff.internal.scratch;

import io.retort.error.Advice;
import io.retort.error.RetortException;
import java.sql.Connection;
import java.sql.SQLException;

/** The JDBC URL of a database on a server: {@code jdbc:product://hosts/database?parameters}. */
final class ServerUrl {

    private ServerUrl() {}

    /**
     * Returns the URL of another database on the same server.
     *
     * @param connection a connection to a database of the server
     * @param database the name of the other database
     */
    static String of(Connection connection, String database) throws SQLException {
        String url = connection.getMetaData().getURL();
        int hosts = url.indexOf("://");
        if (hosts < 0) {
            throw new RetortException(
                    "The JDBC URL of the database does not name a server, so that no scratch database can be reached on it.",
                    Advice.of(
                            "Set ",
                            Advice.setting("scratch.url"),
                            " to a URL with two slashes before the server and one before the database."));
        }
        int parameters = url.indexOf('?');
        String rest = parameters < 0 ? "" : url.substring(parameters);
        String server = parameters < 0 ? url : url.substring(0, parameters);
        int path = server.indexOf('/', hosts + "://".length());
        return (path < 0 ? server : server.substring(0, path)) + "/" + database + rest;
    }
}
