package io.retort.diff.faithful.change;

import io.retort.testkit.TestDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Products that do not support the change: nothing is found there, and the table shows the reason. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Cannot.All.class)
public @interface Cannot {

    TestDatabase[] on();

    String because();

    /** The container for several reasons. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface All {
        Cannot[] value();
    }
}
