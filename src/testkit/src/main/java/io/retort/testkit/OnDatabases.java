package io.retort.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a test method once per database, each time with a fresh, empty one.
 *
 * <pre>
 * &#64;OnDatabases({POSTGRESQL, H2})
 * void aColumnIsAdded(TestDb db) throws SQLException { … }
 * </pre>
 *
 * <p>The method, and {@code @BeforeEach} and {@code @AfterEach} methods beside it, may have a {@link TestDb} parameter;
 * all get the same database, which is dropped after the last of them. Instead of {@code @Test}, not beside it.
 */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(DatabaseInvocations.class)
public @interface OnDatabases {

    /** The databases; none named means all. */
    TestDatabase[] value() default {};
}
