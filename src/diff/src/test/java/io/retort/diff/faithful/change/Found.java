package io.retort.diff.faithful.change;

import io.retort.testkit.TestDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The operations that must be found, and no others: the beginnings of their descriptions, in order. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Found.All.class)
public @interface Found {

    /** The products for which this applies; by default all that no other annotation lists. */
    TestDatabase[] on() default {};

    /** The operations from the entities before to those after. */
    String[] forth();

    /** The operations from the entities after to those before. */
    String[] back();

    /** The container for several annotations. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface All {
        Found[] value();
    }
}
