package io.retort.boot.autoconfigure;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetailsFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** Creates connection details from {@link JdbcConnectionDetails}, such as those of a Docker Compose service. */
final class JdbcRetortConnectionDetailsFactory
        implements ConnectionDetailsFactory<JdbcConnectionDetails, RetortConnectionDetails> {

    @Override
    public RetortConnectionDetails getConnectionDetails(JdbcConnectionDetails jdbc) {
        return new Adapted(jdbc);
    }

    private record Adapted(JdbcConnectionDetails jdbc) implements RetortConnectionDetails {

        @Override
        public @Nullable String getUsername() {
            return jdbc.getUsername();
        }

        @Override
        public @Nullable String getPassword() {
            return jdbc.getPassword();
        }

        @Override
        public String getJdbcUrl() {
            return jdbc.getJdbcUrl();
        }

        @Override
        public String getDriverClassName() {
            return jdbc.getDriverClassName();
        }
    }
}
