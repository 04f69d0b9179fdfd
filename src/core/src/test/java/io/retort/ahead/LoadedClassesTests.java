package io.retort.ahead;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.Retort;
import io.retort.internal.history.SqlRevisions;
import io.retort.source.RevisionCode;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application that has nothing to do does not load the classes for stored downgrades. */
class LoadedClassesTests {

    private static final List<String> ONLY_WITH_WORK = List.of(
            "io.retort.internal.prepare.StoredUndo",
            "io.retort.internal.prepare.UndoPreparation",
            "io.retort.internal.prepare.OlderReleases",
            "io.retort.internal.prepare.StoredRevisions",
            "io.retort.SwitchRoute",
            "io.retort.SwitchPreparation");

    @TempDir
    Path folder;

    @Test
    void aStartWithNothingPendingLoadsNone() throws Exception {
        String url = "jdbc:h2:" + folder.resolve("shop");

        assertThat(loadedBy(url)).contains("io.retort.internal.prepare.UndoPreparation", "io.retort.Retort");
        assertThat(loadedBy(url)).contains("io.retort.Retort").doesNotContainAnyElementsOf(ONLY_WITH_WORK);
    }

    /** Starts in a class loader of its own; returns the names of the classes that it loads. */
    private static Set<String> loadedBy(String url) throws Exception {
        try (Recording loader = new Recording()) {
            loader.loadClass(Start.class.getName())
                    .getMethod("run", String.class)
                    .invoke(null, url);
            return Set.copyOf(loader.loaded);
        }
    }

    /** The application. */
    public static final class Start {

        private Start() {}

        /** Upgrades a database to the only revision. */
        public static void run(String url) {
            JdbcDataSource dataSource = new JdbcDataSource();
            dataSource.setURL(url);
            RevisionCode revision = SqlRevisions.parse(
                    "-- revision: a1\n\n-- upgrade\ncreate table t (id int);\n-- downgrade\ndrop table t;\n",
                    "a1_x.sql",
                    Map.of());
            Retort.on(dataSource, List.of(() -> List.of(revision))).upgrade("head");
        }
    }

    private static final class Recording extends URLClassLoader {

        private final Set<String> loaded = new TreeSet<>();

        Recording() {
            super(
                    Arrays.stream(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                                    .split(File.pathSeparator))
                            .map(Recording::url)
                            .toArray(URL[]::new),
                    ClassLoader.getPlatformClassLoader());
        }

        private static URL url(String path) {
            try {
                return new File(path).toURI().toURL();
            } catch (MalformedURLException e) {
                throw new IllegalArgumentException(path, e);
            }
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            loaded.add(name);
            return super.findClass(name);
        }
    }
}
