package io.retort.migration;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Identifies a migration and its place in the history of revisions. Retort reads the annotation from the class file,
 * without loading the class.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Revision {

    /** The id of the revision, unique in the history. The class is named {@code R<id>_<slug>}. */
    String id();

    /** The ids of the revisions that this one follows: none for a base, more than one for a merge. */
    String[] parent() default {};

    /** Ids or branch labels of revisions that must be applied first although they are not parents. */
    String[] dependsOn() default {};

    /** Branch labels: names for the branch of the history that starts with this revision. */
    String[] labels() default {};

    /** A short description of the change. */
    String message() default "";

    /** The creation time in UTC, in ISO 8601 format; empty if unknown. */
    String created() default "";

    /**
     * Whether the revision runs inside a transaction. Set it to false for statements that cannot; each statement is
     * then committed on its own.
     */
    boolean transactional() default true;

    /** What to know before the revision runs, such as views that depend on a changed column; {@code plan} shows it. */
    String[] remarks() default {};

    /**
     * The existing database that a base revision adopts: {@code flyway:<version>:<checksum>},
     * {@code liquibase:<id>:<checksum>} or {@code schema}. Where the database exists, the revision is recorded as
     * applied instead of run.
     */
    String adopts() default "";

    /**
     * The ids of the revisions that this one replaces, if it is a squash. A database that has all of them records this
     * one as applied. A replaced squash is followed by the revisions that it replaces, as in {@code 5c1e(a1b2 c3d4)}.
     */
    String[] replaces() default {};

    /** When the revision runs during the start of an application. */
    Phase phase() default Phase.START;
}
