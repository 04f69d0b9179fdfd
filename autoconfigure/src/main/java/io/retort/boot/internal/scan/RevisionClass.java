package io.retort.boot.internal.scan;

import io.retort.error.RetortException;
import io.retort.internal.history.JavaRevisions;
import io.retort.migration.Migration;
import io.retort.migration.Phase;
import io.retort.migration.Revision;
import io.retort.revision.AdoptionMark;
import io.retort.revision.ReplacedRevision;
import io.retort.revision.RevisionInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.type.AnnotationMetadata;

/**
 * The {@link Revision} annotation of a class, read without loading the class.
 *
 * @param info the revision
 * @param phase the phase in which the revision runs
 */
record RevisionClass(RevisionInfo info, Phase phase) {

    /**
     * Reads a class; empty if it is not a revision.
     *
     * @throws RetortException if the class is a migration without {@link Revision}
     */
    static Optional<RevisionClass> of(AnnotationMetadata type) {
        MergedAnnotation<Revision> revision = type.getAnnotations().get(Revision.class);
        if (revision.isPresent()) {
            return Optional.of(
                    new RevisionClass(info(type.getClassName(), revision), revision.getEnum("phase", Phase.class)));
        }
        checkIsNoMigration(type);
        return Optional.empty();
    }

    private static RevisionInfo info(String className, MergedAnnotation<Revision> revision) {
        return new RevisionInfo(
                revision.getString("id"),
                List.of(revision.getStringArray("parent")),
                List.of(revision.getStringArray("dependsOn")),
                List.of(revision.getStringArray("labels")),
                revision.getString("message"),
                JavaRevisions.created(revision.getString("created"), className),
                revision.getBoolean("transactional"),
                className,
                List.of(revision.getStringArray("remarks")),
                AdoptionMark.parse(revision.getString("adopts"), className),
                ReplacedRevision.parse(List.of(revision.getStringArray("replaces")), className));
    }

    private static void checkIsNoMigration(AnnotationMetadata type) {
        if (type.isConcrete() && Arrays.asList(type.getInterfaceNames()).contains(Migration.class.getName())) {
            throw new RetortException(
                    "The class " + type.getClassName()
                            + " is a migration without @Revision, so it has no position in the" + " history.",
                    "Add @Revision(id = ..., parent = ...), or move it out of the package of revisions.");
        }
    }
}
