package io.retort.maven.fork;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/**
 * Main class of the forked JVM if it uses a class data archive. It runs the application's main method with a class
 * loader that finds compiled classes in directories before the classes of the jars.
 */
public final class ApplicationLauncher {

    private static final int BEFORE_DIRECTORIES = 2;

    private ApplicationLauncher() {}

    /**
     * Runs the application.
     *
     * @param arguments the application's main class, its class path, and the directories in the class path
     * @throws Throwable what the main method throws
     */
    public static void main(String[] arguments) throws Throwable {
        System.setProperty("java.class.path", arguments[1]);
        ClassLoader loader = new DirectoriesFirst(
                urls(Arrays.asList(arguments).subList(BEFORE_DIRECTORIES, arguments.length)),
                ApplicationLauncher.class.getClassLoader());
        Thread.currentThread().setContextClassLoader(loader);
        try {
            Class.forName(arguments[0], false, loader)
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) new String[0]);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    private static URL[] urls(List<String> directories) throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (String directory : directories) {
            urls.add(Path.of(directory).toUri().toURL());
        }
        return urls.toArray(new URL[0]);
    }

    private static final class DirectoriesFirst extends URLClassLoader {

        static {
            registerAsParallelCapable();
        }

        DirectoriesFirst(URL[] directories, ClassLoader jars) {
            super("application", directories, jars);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                Class<?> found = findLoadedClass(name);
                if (found == null) {
                    found = findResource(name.replace('.', '/') + ".class") == null
                            ? getParent().loadClass(name)
                            : findClass(name);
                }
                if (resolve) {
                    resolveClass(found);
                }
                return found;
            }
        }

        @Override
        public URL getResource(String name) {
            URL found = findResource(name);
            return found == null ? getParent().getResource(name) : found;
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            List<URL> found = new ArrayList<>(Collections.list(findResources(name)));
            found.addAll(Collections.list(getParent().getResources(name)));
            return Collections.enumeration(found);
        }
    }
}
