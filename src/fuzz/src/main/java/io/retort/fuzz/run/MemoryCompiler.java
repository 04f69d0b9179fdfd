package io.retort.fuzz.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles source code in memory. */
final class MemoryCompiler {

    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
    private final Map<Listing, List<JavaFileObject>> listings = new HashMap<>();

    /**
     * Compiles classes.
     *
     * @param sources the source code of each class, by binary name
     * @return a class loader for these classes
     * @throws IllegalArgumentException if the compiler reports errors; the message contains them
     */
    ClassLoader compile(Map<String, String> sources) {
        DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
        Output output = new Output(files, listings);
        List<Source> units = sources.entrySet().stream()
                .map(entry -> new Source(entry.getKey(), entry.getValue()))
                .toList();
        boolean done = compiler.getTask(
                        null, output, messages, List.of("-proc:none", "-nowarn", "-g:none"), null, units)
                .call();
        if (!done) {
            throw new IllegalArgumentException("javac: " + messages.getDiagnostics() + "\n" + sources);
        }
        return new Classes(output.classes());
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name.replace('.', '/') + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class Binary extends SimpleJavaFileObject {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Binary(String name) {
            super(URI.create("memory:///" + name.replace('.', '/') + ".class"), Kind.CLASS);
        }

        @Override
        public OutputStream openOutputStream() {
            return bytes;
        }
    }

    /** The arguments of a listing of the class path, whose archives do not change. */
    private record Listing(
            JavaFileManager.Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse) {}

    private static final class Output extends ForwardingJavaFileManager<JavaFileManager> {

        private final Map<String, Binary> binaries = new HashMap<>();
        private final Map<Listing, List<JavaFileObject>> listings;

        Output(JavaFileManager manager, Map<Listing, List<JavaFileObject>> listings) {
            super(manager);
            this.listings = listings;
        }

        @Override
        public Iterable<JavaFileObject> list(
                Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
                throws IOException {
            Listing listing = new Listing(location, packageName, Set.copyOf(kinds), recurse);
            List<JavaFileObject> known = listings.get(listing);
            if (known == null) {
                known = new ArrayList<>();
                super.list(location, packageName, kinds, recurse).forEach(known::add);
                listings.put(listing, known);
            }
            return known;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return binaries.computeIfAbsent(className, Binary::new);
        }

        Map<String, byte[]> classes() {
            Map<String, byte[]> classes = new HashMap<>();
            binaries.forEach((name, binary) -> classes.put(name, binary.bytes.toByteArray()));
            return classes;
        }
    }

    private static final class Classes extends ClassLoader {

        private final Map<String, byte[]> classes;
        private final Set<String> packages;

        Classes(Map<String, byte[]> classes) {
            super(MemoryCompiler.class.getClassLoader());
            this.classes = classes;
            this.packages = classes.keySet().stream().map(Classes::packageOf).collect(Collectors.toSet());
        }

        /** The class path has no class of these packages, so that no search in all its archives is necessary. */
        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                if (loaded != null) {
                    return loaded;
                }
                return packages.contains(packageOf(name)) ? findClass(name) : super.loadClass(name, resolve);
            }
        }

        private static String packageOf(String name) {
            return name.substring(0, Math.max(0, name.lastIndexOf('.')));
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
