package io.retort.diff.faithful.change;

import io.retort.testkit.TestDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What must be found, and nothing else: the beginnings of what the operations say of themselves, in order. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Found.All.class)
public @interface Found {

    /** The products on which it is so; none named means all that no other line names. */
    TestDatabase[] on() default {};

    /** From the entities before to those after. */
    String[] forth();

    /** And on the way from the entities after to those before. */
    String[] back();

    /** Several lines. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface All {
        Found[] value();
    }
}
