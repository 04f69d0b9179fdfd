package io.retort.boot.internal.scan;

import io.retort.internal.history.JavaRevisions;
import io.retort.internal.history.MigrationFactory;
import io.retort.internal.history.RevisionIndex;
import io.retort.migration.Revision;
import io.retort.revision.RevisionInfo;
import io.retort.source.RevisionCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.classreading.SimpleMetadataReaderFactory;

/**
 * Classes with {@link Revision} in a package and its subpackages, read without loading them.
 */
final class RevisionPackage {

    private final String name;
    private final ResourceLoader resources;
    private final MigrationFactory factory;
    private final Map<String, Optional<RevisionIndex>> indexes;

    /**
     * @param name the package
     * @param resources loads resources from the class path
     * @param factory creates migrations
     * @param indexes cache of the indexes by the URL of their folder
     */
    RevisionPackage(
            String name,
            ResourceLoader resources,
            MigrationFactory factory,
            Map<String, Optional<RevisionIndex>> indexes) {
        this.name = name;
        this.resources = resources;
        this.factory = factory;
        this.indexes = indexes;
    }

    List<RevisionCode> revisions() throws IOException {
        MetadataReaderFactory classes = new SimpleMetadataReaderFactory(resources);
        ClassPathFolder folder = new ClassPathFolder(new Location(name).path(), resources, indexes);
        List<RevisionCode> revisions = new ArrayList<>();
        for (ClassPathFolder.Found found : folder.files(".class")) {
            if (found.indexed().isPresent()) {
                revisions.add(code(found.indexed().get(), folder.loader()));
            } else {
                read(found.file().orElseThrow(), classes, folder.loader(), revisions);
            }
        }
        return revisions;
    }

    private void read(Resource file, MetadataReaderFactory classes, ClassLoader loader, List<RevisionCode> revisions)
            throws IOException {
        RevisionClass.of(classes.getMetadataReader(file).getAnnotationMetadata())
                .ifPresent(found -> revisions.add(code(found.info(), loader).in(found.phase())));
    }

    private RevisionCode code(RevisionIndex.Entry entry, ClassLoader loader) {
        RevisionInfo info = Objects.requireNonNull(entry.info());
        return code(info, loader).in(entry.phase());
    }

    private RevisionCode code(RevisionInfo info, ClassLoader loader) {
        return JavaRevisions.code(info, info.location(), loader, factory);
    }
}
