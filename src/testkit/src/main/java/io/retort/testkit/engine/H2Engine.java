package io.retort.testkit.engine;

import java.nio.file.Path;
import java.sql.SQLException;

/** H2 inside this JVM. */
public final class H2Engine implements Engine {

    @Override
    public Login create(String name) throws SQLException {
        Login login = login("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
        login.connect().close();
        return login;
    }

    @Override
    public void drop(String name) throws SQLException {
        login("jdbc:h2:mem:" + name).execute("shutdown immediately");
    }

    /** {@code AUTO_SERVER}: the process that opened the database first serves a second one. */
    @Override
    public Login inFolder(Path folder, String name) {
        return login("jdbc:h2:file:" + folder.toAbsolutePath().resolve(name) + ";AUTO_SERVER=TRUE");
    }

    private static Login login(String url) {
        return new Login(url, "sa", "");
    }
}
