package io.retort.boot.command;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Loads the application's compiled classes from their folders again, and everything else from the class loader of this
 * process. {@code watch} runs the application once with each.
 */
final class ReloadingClassLoader extends URLClassLoader {

    /** The two sides of a watch must share these classes, also where they are in a folder, as in Retort's own build. */
    private static final String SHARED = "io.retort.boot.";

    private final WatchedRun run;

    static {
        registerAsParallelCapable();
    }

    ReloadingClassLoader(List<Path> folders, ClassLoader parent, WatchedRun run) {
        super("watch", urls(folders), parent);
        this.run = run;
    }

    /** Returns the run for which the classes are loaded. */
    WatchedRun run() {
        return run;
    }

    private static URL[] urls(List<Path> folders) {
        return folders.stream().map(ReloadingClassLoader::url).toArray(URL[]::new);
    }

    private static URL url(Path folder) {
        try {
            return folder.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> found = findLoadedClass(name);
            if (found == null) {
                found = isShared(name) ? getParent().loadClass(name) : findClass(name);
            }
            if (resolve) {
                resolveClass(found);
            }
            return found;
        }
    }

    private boolean isShared(String name) {
        return name.startsWith(SHARED) || findResource(name.replace('.', '/') + ".class") == null;
    }

    @Override
    public @Nullable URL getResource(String name) {
        URL found = findResource(name);
        return found == null ? getParent().getResource(name) : found;
    }

    /** The folders can also be on the class path of the process. */
    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        Map<String, URL> found = new LinkedHashMap<>();
        for (URL own : Collections.list(findResources(name))) {
            found.put(own.toString(), own);
        }
        for (URL other : Collections.list(getParent().getResources(name))) {
            found.putIfAbsent(other.toString(), other);
        }
        return Collections.enumeration(found.values());
    }
}
