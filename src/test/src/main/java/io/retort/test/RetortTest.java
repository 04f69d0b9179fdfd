package io.retort.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a test method that runs once for each {@link HistoryCheck}, with the database at the head, after the check has
 * passed. The test class needs an application context, as with {@code @SpringBootTest} or {@code @DataJpaTest}.
 *
 * <pre>{@code
 * @SpringBootTest
 * class HistoryTests {
 *
 *     @RetortTest
 *     void theHistoryIsSound() {}
 * }
 * }</pre>
 *
 * <p>The checks downgrade to the base, which deletes all rows. The database must therefore be in memory or in a
 * container ({@code @ServiceConnection} or {@code jdbc:tc:}). For any other database, set
 * {@code retort.test.throwaway=true}.
 */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(HistoryChecks.class)
public @interface RetortTest {

    /** The checks to run; all by default. */
    HistoryCheck[] value() default {
        HistoryCheck.SINGLE_HEAD,
        HistoryCheck.UPGRADE_FROM_BASE,
        HistoryCheck.EVERY_STEP_UP_DOWN_UP,
        HistoryCheck.MODEL_EQUALS_SCHEMA,
        HistoryCheck.HISTORY_EQUALS_SCHEMA,
        HistoryCheck.DOWNGRADE_LEAVES_NO_TRACE
    };

    /** The name of the unit to check; required only if the application has several. */
    String unit() default "";
}
