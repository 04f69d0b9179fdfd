package io.retort.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test method in a class with an application context ({@code @SpringBootTest}, {@code @DataJpaTest}): it runs once for
 * each {@link HistoryCheck}, with the database at the head, after the check has passed.
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
 * <p>The database must be one to throw away: in memory, in a container with {@code @ServiceConnection}, or one of which
 * {@code retort.test.throwaway=true} says so.
 */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(HistoryChecks.class)
public @interface RetortTest {

    /** What is checked; everything unless said otherwise. */
    HistoryCheck[] value() default {
        HistoryCheck.SINGLE_HEAD,
        HistoryCheck.UPGRADE_FROM_BASE,
        HistoryCheck.EVERY_STEP_UP_DOWN_UP,
        HistoryCheck.MODEL_EQUALS_SCHEMA,
        HistoryCheck.DOWNGRADE_LEAVES_NO_TRACE
    };

    /** Which unit is checked; the only one unless said otherwise. */
    String unit() default "";
}
