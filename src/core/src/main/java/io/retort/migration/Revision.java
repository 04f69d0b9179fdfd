package io.retort.migration;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says where in the history a migration stands. Read without loading the class. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Revision {

    /** The revision's id, unique in the history; the class is called {@code R<id>_<slug>}. */
    String id();

    /** The ids of the revisions that this one follows: none for a base, several for a merge. */
    String[] parent() default {};

    /** Ids or labels of revisions that must be applied first without being parents. */
    String[] dependsOn() default {};

    /** Names for the line of revisions that begins here. */
    String[] labels() default {};

    /** What the revision does, in a few words. */
    String message() default "";

    /** When it was written, in UTC, as ISO 8601; empty if not known. */
    String created() default "";

    /** False to run outside a transaction, statement by statement. */
    boolean transactional() default true;

    /** When the revision runs, where a starting application upgrades its database. */
    Phase phase() default Phase.START;
}
