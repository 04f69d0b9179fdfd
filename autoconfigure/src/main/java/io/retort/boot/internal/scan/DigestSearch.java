package io.retort.boot.internal.scan;

import io.retort.internal.history.IndexDigest;
import io.retort.internal.history.RevisionIndex;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ResourceLoader;
import org.springframework.util.ClassUtils;

/**
 * Finds the digest of an application's index. It exists only if all revisions are in one jar and the index is up to
 * date.
 *
 * <p>It runs on every application start, so it uses loops instead of lambdas.
 *
 * @param locations the locations of the application's revisions
 */
public record DigestSearch(List<String> locations) {

    /** Returns the digest, or null if the revisions must be scanned. */
    public @Nullable IndexDigest in(ResourceLoader resources) {
        List<String> searched = new ArrayList<>();
        List<String> folders = new ArrayList<>();
        for (String text : locations) {
            Location location = new Location(text);
            if (!location.isOnClassPath()) {
                return null;
            }
            String folder = location.path() + "/";
            searched.add(folder + "*" + location.ending());
            if (!folders.contains(folder)) {
                folders.add(folder);
            }
        }
        try {
            URL root = onlyRoot(folders, resources);
            IndexDigest digest = root == null ? null : digest(root, folders);
            return digest == null || !digest.isWithin(searched) ? null : digest;
        } catch (IOException unreadable) {
            return null;
        }
    }

    /** Returns the URL of one of the folders if all of them are in one jar, otherwise null. */
    private static @Nullable URL onlyRoot(List<String> folders, ResourceLoader resources) throws IOException {
        ClassLoader loader = resources.getClassLoader();
        ClassLoader used = Objects.requireNonNull(loader == null ? ClassUtils.getDefaultClassLoader() : loader);
        URL only = null;
        String base = null;
        for (String folder : folders) {
            for (Enumeration<URL> roots = used.getResources(folder); roots.hasMoreElements(); ) {
                URL root = roots.nextElement();
                String url = root.toString();
                String here = url.substring(0, url.length() - folder.length());
                if (base != null && !base.equals(here)) {
                    return null;
                }
                base = here;
                only = root;
            }
        }
        return only;
    }

    private static @Nullable IndexDigest digest(URL root, List<String> folders) throws IOException {
        Optional<IndexedJar> found = IndexedJar.of(root);
        if (found.isEmpty()) {
            return null;
        }
        try (IndexedJar jar = found.get()) {
            String text = jar.index();
            IndexDigest digest = text == null ? null : RevisionIndex.digest(text);
            return digest != null && new Sum(jar, folders).is(digest) ? digest : null;
        }
    }

    /** Counts the files and sums up their checksums. */
    private static final class Sum implements IndexedJar.FileVisitor {

        private int files;
        private long sum;

        Sum(IndexedJar jar, List<String> folders) {
            for (String folder : folders) {
                jar.eachFile(folder, this);
            }
        }

        @Override
        public void visit(String path, long checksum) {
            files++;
            sum += IndexDigest.mark(path, checksum);
        }

        boolean is(IndexDigest digest) {
            return files == digest.files() && sum == digest.sum();
        }
    }
}
