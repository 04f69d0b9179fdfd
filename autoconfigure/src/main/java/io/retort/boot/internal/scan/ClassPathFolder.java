package io.retort.boot.internal.scan;

import io.retort.internal.history.RevisionIndex;
import io.retort.internal.log.PrintableLog;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.io.support.ResourcePatternUtils;
import org.springframework.util.ClassUtils;

/**
 * A folder on the class path, which can exist in several jars and directories.
 *
 * <p>In a jar with an up-to-date index, only the index is read. Directories have no index, because an IDE or a build
 * would change them without updating it.
 */
final class ClassPathFolder {

    private static final PrintableLog LOG = PrintableLog.of(ClassPathFolder.class);

    private final String path;
    private final ResourceLoader resources;
    private final Map<String, Optional<RevisionIndex>> indexes;

    /**
     * @param path the path, separated by slashes, without one at either end
     * @param resources loads resources from the class path
     * @param indexes cache of the indexes by the URL of the folder, because packages and SQL folders are often the same
     *     folder
     */
    ClassPathFolder(String path, ResourceLoader resources, Map<String, Optional<RevisionIndex>> indexes) {
        this.path = path;
        this.resources = resources;
        this.indexes = indexes;
    }

    /** A file to read, or an entry of the index. */
    record Found(Optional<Resource> file, Optional<RevisionIndex.Entry> indexed) {}

    /** Returns the files with the given extension, without those that the index lists as no revision. */
    List<Found> files(String ending) throws IOException {
        List<Found> found = new ArrayList<>();
        for (URL root : Collections.list(loader().getResources(path + "/"))) {
            Optional<RevisionIndex> index = knownIndex(root);
            if (index.isPresent()) {
                index.get().in(path + "/").stream()
                        .filter(entry -> entry.info() != null && entry.path().endsWith(ending))
                        .forEach(entry -> found.add(new Found(Optional.empty(), Optional.of(entry))));
            } else {
                scan(root, ending).forEach(file -> found.add(new Found(Optional.of(file), Optional.empty())));
            }
        }
        return found;
    }

    /** Returns the file of an index entry. */
    Resource open(RevisionIndex.Entry entry) {
        return resources.getResource(ResourceLoader.CLASSPATH_URL_PREFIX + entry.path());
    }

    ClassLoader loader() {
        ClassLoader loader = resources.getClassLoader();
        return Objects.requireNonNull(loader == null ? ClassUtils.getDefaultClassLoader() : loader);
    }

    private List<Resource> scan(URL root, String ending) throws IOException {
        String folder = root.toString().endsWith("/") ? root.toString() : root + "/";
        return Arrays.asList(
                ResourcePatternUtils.getResourcePatternResolver(resources).getResources(folder + "**/*" + ending));
    }

    private Optional<RevisionIndex> knownIndex(URL root) throws IOException {
        Optional<RevisionIndex> known = indexes.get(root.toString());
        if (known != null) {
            return known;
        }
        Optional<RevisionIndex> index = index(root);
        indexes.put(root.toString(), index);
        return index;
    }

    private Optional<RevisionIndex> index(URL root) throws IOException {
        if ("resource".equals(root.getProtocol())) {
            return inNativeImage();
        }
        Optional<IndexedJar> found = IndexedJar.of(root);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try (IndexedJar jar = found.get()) {
            return in(jar);
        }
    }

    /** A native image has no folders to list and no jar to compare the index with. */
    private Optional<RevisionIndex> inNativeImage() throws IOException {
        Resource index = resources.getResource(ResourceLoader.CLASSPATH_URL_PREFIX + RevisionIndex.LOCATION);
        return index.exists()
                ? Optional.of(RevisionIndex.parse(index.getContentAsString(StandardCharsets.UTF_8)))
                : Optional.empty();
    }

    private Optional<RevisionIndex> in(IndexedJar jar) throws IOException {
        String text = jar.index();
        if (text == null) {
            return Optional.empty();
        }
        RevisionIndex index = RevisionIndex.parse(text);
        Map<String, Long> checksums = new HashMap<>();
        jar.eachFile(path + "/", checksums::put);
        if (index.isFresh(path + "/", checksums)) {
            LOG.debug("Retort: revisions in {} are read from its index", jar.place());
            return Optional.of(index);
        }
        LOG.warn(
                "Retort: the index of revisions in {} does not match the jar, so Retort scans the jar. Package"
                        + " the application again.",
                jar.place());
        return Optional.empty();
    }
}
