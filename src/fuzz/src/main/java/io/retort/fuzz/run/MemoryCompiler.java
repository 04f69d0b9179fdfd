package io.retort.fuzz.run;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /**
     * Compiles classes.
     *
     * @param sources the source code of each class, by binary name
     * @return a class loader for these classes
     * @throws IllegalArgumentException if the compiler reports errors; the message contains them
     */
    ClassLoader compile(Map<String, String> sources) {
        DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
        Output output = new Output(files);
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

    private static final class Output extends ForwardingJavaFileManager<JavaFileManager> {

        private final Map<String, Binary> binaries = new HashMap<>();

        Output(JavaFileManager manager) {
            super(manager);
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

        Classes(Map<String, byte[]> classes) {
            super(MemoryCompiler.class.getClassLoader());
            this.classes = classes;
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
