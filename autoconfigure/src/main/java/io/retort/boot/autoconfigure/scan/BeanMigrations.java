package io.retort.boot.autoconfigure.scan;

import io.retort.error.RetortException;
import io.retort.migration.Migration;
import io.retort.run.source.MigrationFactory;
import java.util.Arrays;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/**
 * Makes migrations, and gives those whose only constructor has parameters the beans that it asks for. They are no beans
 * themselves.
 */
public record BeanMigrations(AutowireCapableBeanFactory beans) implements MigrationFactory {

    @Override
    public Migration make(Class<? extends Migration> type) throws ReflectiveOperationException {
        return asksForBeans(type) ? withBeans(type) : CONSTRUCTOR.make(type);
    }

    private static boolean asksForBeans(Class<?> type) {
        return Arrays.stream(type.getDeclaredConstructors()).allMatch(made -> made.getParameterCount() > 0);
    }

    private Migration withBeans(Class<? extends Migration> type) {
        try {
            return beans.createBean(type);
        } catch (BeansException failure) {
            throw new RetortException(
                    "The revision " + type.getName() + " asks for beans that it cannot have: "
                            + failure.getMostSpecificCause().getMessage(),
                    "A revision runs before JPA: it may ask for what does not need an entity manager, such as a clock or"
                            + " a client. Data is moved with op.execute and op.run.",
                    failure);
        }
    }
}
