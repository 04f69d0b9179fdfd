package io.retort.boot.autoconfigure.scan;

import io.retort.error.RetortException;
import io.retort.migration.Migration;
import io.retort.migration.Revision;
import io.retort.revision.RevisionInfo;
import io.retort.run.source.JavaRevisions;
import io.retort.run.source.RevisionCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.io.support.ResourcePatternUtils;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.classreading.SimpleMetadataReaderFactory;
import org.springframework.util.ClassUtils;

/** The classes with {@link Revision} in a package and below it, read without being loaded. */
record RevisionPackage(String name, ResourceLoader resources) {

    List<RevisionCode> revisions() throws IOException {
        MetadataReaderFactory classes = new SimpleMetadataReaderFactory(resources);
        String pattern = "classpath*:" + ClassUtils.convertClassNameToResourcePath(name) + "/**/*.class";
        List<RevisionCode> revisions = new ArrayList<>();
        for (Resource file :
                ResourcePatternUtils.getResourcePatternResolver(resources).getResources(pattern)) {
            AnnotationMetadata type = classes.getMetadataReader(file).getAnnotationMetadata();
            MergedAnnotation<Revision> revision = type.getAnnotations().get(Revision.class);
            if (revision.isPresent()) {
                revisions.add(code(type.getClassName(), revision));
            } else {
                checkIsNoMigration(type);
            }
        }
        return revisions;
    }

    private RevisionCode code(String className, MergedAnnotation<Revision> revision) {
        RevisionInfo info = new RevisionInfo(
                revision.getString("id"),
                List.of(revision.getStringArray("parent")),
                List.of(revision.getStringArray("dependsOn")),
                List.of(revision.getStringArray("labels")),
                revision.getString("message"),
                JavaRevisions.created(revision.getString("created"), className),
                revision.getBoolean("transactional"),
                className);
        return JavaRevisions.code(info, className, loader());
    }

    private ClassLoader loader() {
        ClassLoader loader = resources.getClassLoader();
        return loader == null ? ClassUtils.getDefaultClassLoader() : loader;
    }

    private static void checkIsNoMigration(AnnotationMetadata type) {
        if (type.isConcrete() && Arrays.asList(type.getInterfaceNames()).contains(Migration.class.getName())) {
            throw new RetortException(
                    "The class " + type.getClassName() + " is a migration without @Revision, so it has no place in the"
                            + " history.",
                    "Give it @Revision(id = ..., parent = ...), or move it out of the package of revisions.");
        }
    }
}
