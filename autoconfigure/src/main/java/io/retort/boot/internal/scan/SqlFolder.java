package io.retort.boot.internal.scan;

import io.retort.internal.history.RevisionIndex;
import io.retort.internal.history.SqlRevisions;
import io.retort.source.RevisionCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.io.support.ResourcePatternUtils;
import org.springframework.util.StringUtils;

/**
 * SQL revisions in a folder and its subfolders, on the class path or on disk.
 */
final class SqlFolder {

    private final String location;
    private final ResourceLoader resources;
    private final Map<String, Optional<RevisionIndex>> indexes;

    /**
     * @param location the location, as configured
     * @param resources loads resources from the class path and from files
     * @param indexes cache of the indexes by the URL of their folder
     */
    SqlFolder(String location, ResourceLoader resources, Map<String, Optional<RevisionIndex>> indexes) {
        this.location = location;
        this.resources = resources;
        this.indexes = indexes;
    }

    List<RevisionCode> revisions(Map<String, String> placeholders) throws IOException {
        List<RevisionCode> revisions = new ArrayList<>();
        Location place = new Location(location);
        if (place.isOnClassPath()) {
            ClassPathFolder folder = new ClassPathFolder(place.path(), resources, indexes);
            for (ClassPathFolder.Found found : folder.files(".sql")) {
                revisions.add(
                        found.indexed().isPresent()
                                ? indexed(found.indexed().get(), folder, placeholders)
                                : read(found.file().orElseThrow(), placeholders));
            }
        } else {
            for (Resource file :
                    ResourcePatternUtils.getResourcePatternResolver(resources).getResources(pattern())) {
                revisions.add(read(file, placeholders));
            }
        }
        return revisions;
    }

    private RevisionCode read(Resource file, Map<String, String> placeholders) throws IOException {
        return SqlRevisions.parse(file.getContentAsByteArray(), shortName(file), placeholders);
    }

    /** The file is read when its step runs. */
    private static RevisionCode indexed(
            RevisionIndex.Entry entry, ClassPathFolder folder, Map<String, String> placeholders) {
        return new RevisionCode(
                Objects.requireNonNull(entry.info()),
                () -> {
                    try {
                        byte[] content = folder.open(entry).getContentAsByteArray();
                        return SqlRevisions.parse(content, entry.path(), placeholders)
                                .migration()
                                .get();
                    } catch (IOException failure) {
                        throw new UncheckedIOException("Cannot read " + entry.path(), failure);
                    }
                },
                entry.phase());
    }

    /** {@code classpath*:} matches the folder in all jars and directories, and is not an error if the folder does not exist. */
    private String pattern() {
        String everywhere = location.indexOf(':') < 0 ? "classpath*:" + location : location;
        return everywhere.replaceFirst("^classpath:", "classpath*:").replaceFirst("/?$", "/**/*.sql");
    }

    /** The path from the location on, under which the file is found in the source tree, or on disk. */
    private String shortName(Resource file) throws IOException {
        String folder = "/" + new Location(location).path() + "/";
        String url = StringUtils.uriDecode(file.getURL().toString(), StandardCharsets.UTF_8);
        int begin = url.lastIndexOf(folder);
        if (begin < 0) {
            return url.substring(url.lastIndexOf('/') + 1);
        }
        return url.substring(isAbsolute(folder) ? begin : begin + 1);
    }

    /** Whether the path begins with a slash, which the path of a drive does not. */
    private boolean isAbsolute(String folder) {
        return location.startsWith("file:/") && !folder.matches("/[A-Za-z]:/.*");
    }
}
