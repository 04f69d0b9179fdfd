package io.retort.internal.history;

import io.retort.error.Advice;
import io.retort.error.FailureLocation;
import io.retort.error.RetortException;
import io.retort.migration.Migration;
import io.retort.migration.Revision;
import io.retort.revision.AdoptionMark;
import io.retort.revision.ReplacedRevision;
import io.retort.revision.RevisionInfo;
import io.retort.source.RevisionCode;
import io.retort.source.RevisionSource;
import java.lang.reflect.InvocationTargetException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Revisions that are Java classes. */
public final class JavaRevisions {

    private JavaRevisions() {}

    /** Returns a source of known classes: {@code JavaRevisions.of(R1_create_account.class)}. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static RevisionSource of(Class<? extends Migration>... classes) {
        return () -> Arrays.stream(classes).map(JavaRevisions::code).toList();
    }

    private static RevisionCode code(Class<? extends Migration> type) {
        Revision revision = type.getAnnotation(Revision.class);
        if (revision == null) {
            throw notARevision(type.getName(), "it has no @Revision annotation");
        }
        RevisionInfo info = new RevisionInfo(
                revision.id(),
                List.of(revision.parent()),
                List.of(revision.dependsOn()),
                List.of(revision.labels()),
                revision.message(),
                created(revision.created(), type.getName()),
                revision.transactional(),
                type.getName(),
                List.of(revision.remarks()),
                AdoptionMark.parse(revision.adopts(), type.getName()),
                ReplacedRevision.parse(List.of(revision.replaces()), type.getName()));
        return code(info, type.getName(), type.getClassLoader()).in(revision.phase());
    }

    /**
     * Returns a revision whose annotation was read without loading its class. The class is created by its public
     * constructor without parameters.
     *
     * @param info the content of the annotation
     * @param className the binary name of the class
     * @param loader loads the class when a step needs it
     * @throws RetortException if the class name does not contain the id
     */
    public static RevisionCode code(RevisionInfo info, String className, ClassLoader loader) {
        return code(info, className, loader, MigrationFactory.CONSTRUCTOR);
    }

    /**
     * Returns a revision whose annotation was read without loading its class.
     *
     * @param info the content of the annotation
     * @param className the binary name of the class
     * @param loader loads the class when a step needs it
     * @param factory creates the migration
     * @throws RetortException if the class name does not contain the id
     */
    public static RevisionCode code(RevisionInfo info, String className, ClassLoader loader, MigrationFactory factory) {
        RevisionCode.requireIdInName(info, className.substring(className.lastIndexOf('.') + 1));
        return new RevisionCode(info, () -> load(className, loader, factory));
    }

    /**
     * Parses the time in {@link Revision#created()}.
     *
     * @param text the text
     * @param location the location, for messages
     * @return the time; null if the text is empty
     * @throws RetortException if the text is not a time
     */
    public static @Nullable Instant created(String text, String location) {
        try {
            return text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new RetortException(
                            "The revision in " + location + " was created at \"" + text + "\", which is not a time.",
                            "Write it as in 2026-11-22T10:15:30Z, or leave it out.")
                    .at(FailureLocation.inFile(location, 0));
        }
    }

    private static Migration load(String className, ClassLoader loader, MigrationFactory factory) {
        try {
            Class<?> type = Class.forName(className, true, loader);
            if (Migration.class.isAssignableFrom(type)) {
                return factory.make(type.asSubclass(Migration.class));
            }
            throw notARevision(className, "it does not implement " + Migration.class.getName());
        } catch (NoSuchMethodException | IllegalAccessException | InstantiationException e) {
            throw notARevision(className, "it is not a public class with a public constructor without parameters");
        } catch (InvocationTargetException e) {
            throw notARevision(className, "its constructor failed: " + words(e.getTargetException()));
        } catch (ReflectiveOperationException | LinkageError e) {
            throw notARevision(className, "it cannot be loaded: " + words(e.getCause() == null ? e : e.getCause()));
        }
    }

    private static String words(Throwable cause) {
        return cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : ", " + cause.getMessage());
    }

    private static RetortException notARevision(String className, String why) {
        return new RetortException(
                        "The class " + className + " cannot be run as a revision: " + why + ".",
                        Advice.of(
                                "A revision is a public class with @Revision that implements Migration; ",
                                Advice.command("revision"),
                                " writes one."))
                .at(FailureLocation.inFile(className, 0));
    }
}
