package io.retort.boot.internal.scan;

import io.retort.internal.history.FileEncoding;
import io.retort.internal.history.RevisionIndex;
import io.retort.internal.history.SqlRevisions;
import io.retort.migration.Phase;
import io.retort.migration.Revision;
import io.retort.revision.RevisionInfo;
import io.retort.source.RevisionCode;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.classreading.SimpleMetadataReaderFactory;

/**
 * Writes the index of revisions into a directory of classes, before a build packages it as a jar.
 *
 * <p>The index lists every file of each folder that contains a revision, so that a file added later is detected.
 */
public final class IndexWriter {

    private static final Pattern HEADER = Pattern.compile("(?m)^--[ \\t]*revision[ \\t]*:");

    private final Path classes;
    private final SimpleMetadataReaderFactory readers;

    private IndexWriter(Path classes, ClassLoader loader) {
        this.classes = classes;
        this.readers = new SimpleMetadataReaderFactory(loader);
    }

    /**
     * Writes the index, or deletes an existing one if the directory contains no revision.
     *
     * @param classes the directory, such as {@code target/classes}; never null
     * @return the number of revisions in the index
     * @throws IOException if a file cannot be read or written
     */
    public static int write(Path classes) throws IOException {
        return new IndexWriter(classes, IndexWriter.class.getClassLoader()).write();
    }

    private int write() throws IOException {
        List<RevisionIndex.Entry> entries = entries();
        Path file = classes.resolve(RevisionIndex.LOCATION);
        if (entries.isEmpty()) {
            Files.deleteIfExists(file);
            return 0;
        }
        Files.createDirectories(file.getParent());
        Files.writeString(file, new RevisionIndex(DigestWriter.of(entries), entries).text());
        return (int) entries.stream().filter(entry -> entry.info() != null).count();
    }

    private List<RevisionIndex.Entry> entries() throws IOException {
        List<RevisionIndex.Entry> all = new ArrayList<>();
        for (Path file : files()) {
            all.add(entry(file));
        }
        Set<String> folders = new LinkedHashSet<>();
        all.stream().filter(entry -> entry.info() != null).forEach(entry -> folders.add(folder(entry.path())));
        List<RevisionIndex.Entry> listed = all.stream()
                .filter(entry -> folders.stream().anyMatch(entry.path()::startsWith))
                .toList();
        requireText(listed);
        return listed;
    }

    /**
     * An application start that uses the index skips files that are no revisions, so an unreadable file must be
     * rejected here.
     */
    private void requireText(List<RevisionIndex.Entry> listed) throws IOException {
        for (RevisionIndex.Entry entry : listed) {
            if (entry.path().endsWith(".sql")) {
                FileEncoding.decode(Files.readAllBytes(classes.resolve(entry.path())), entry.path());
            }
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !name(file).equals(RevisionIndex.LOCATION))
                    .sorted()
                    .toList();
        }
    }

    private RevisionIndex.Entry entry(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        CRC32 checksum = new CRC32();
        checksum.update(content);
        Optional<RevisionClass> found = read(file, content);
        return new RevisionIndex.Entry(
                name(file),
                checksum.getValue(),
                found.map(RevisionClass::info).orElse(null),
                found.map(RevisionClass::phase).orElse(Phase.START));
    }

    private Optional<RevisionClass> read(Path file, byte[] content) throws IOException {
        String name = name(file);
        if (name.endsWith(".sql")) {
            String text = new String(content, StandardCharsets.UTF_8);
            return HEADER.matcher(text).find()
                    ? Optional.of(entry(SqlRevisions.parse(content, name, Map.of())))
                    : Optional.empty();
        }
        if (!name.endsWith(".class") || name.endsWith("module-info.class")) {
            return Optional.empty();
        }
        AnnotationMetadata type =
                readers.getMetadataReader(new FileSystemResource(file)).getAnnotationMetadata();
        return type.isAnnotated(Revision.class.getName()) ? RevisionClass.of(type) : Optional.empty();
    }

    private static RevisionClass entry(RevisionCode code) {
        RevisionInfo info = code.info();
        return new RevisionClass(info, code.phase());
    }

    private String name(Path file) {
        return classes.relativize(file).toString().replace(File.separatorChar, '/');
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }
}
