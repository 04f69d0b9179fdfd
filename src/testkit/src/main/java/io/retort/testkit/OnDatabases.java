package io.retort.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a test method once per database, each time with an empty database. It replaces {@code @Test}.
 *
 * <pre>
 * &#64;OnDatabases({POSTGRESQL, H2})
 * void aColumnIsAdded(TestDb db) throws SQLException { … }
 * </pre>
 *
 * <p>The method and the {@code @BeforeEach} and {@code @AfterEach} methods of its class can have a {@link TestDb}
 * parameter. All of them get the same database, which is dropped after the last one.
 */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(DatabaseInvocations.class)
public @interface OnDatabases {

    /** The databases; all of them if none is named. */
    TestDatabase[] value() default {};
}
