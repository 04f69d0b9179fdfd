package io.retort.boot.internal.scan;

import io.retort.error.RetortException;
import io.retort.internal.history.MigrationFactory;
import io.retort.migration.Migration;
import io.retort.migration.Phase;
import io.retort.migration.Revision;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.BeanCurrentlyInCreationException;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/**
 * Creates migrations and passes beans to their constructor. A migration itself is not a bean.
 */
public final class BeanMigrations implements MigrationFactory {

    private static final String ENTITY_MANAGER_FACTORY = "jakarta.persistence.EntityManagerFactory";
    private static final int DEEPEST = 50;

    private final AutowireCapableBeanFactory beans;

    /**
     * @param beans the application's bean factory
     */
    public BeanMigrations(AutowireCapableBeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public Migration make(Class<? extends Migration> type) throws ReflectiveOperationException {
        return needsBeans(type) ? withBeans(type) : CONSTRUCTOR.make(type);
    }

    /** Returns whether every constructor of a migration has parameters. */
    public static boolean needsBeans(Class<?> type) {
        return Arrays.stream(type.getDeclaredConstructors()).allMatch(made -> made.getParameterCount() > 0);
    }

    private Migration withBeans(Class<? extends Migration> type) {
        DefaultListableBeanFactory factory = (DefaultListableBeanFactory) beans;
        RevisionBeanAccess access =
                factory.getBeanProvider(RevisionBeanAccess.class).getIfAvailable();
        try (InitializerDependencies released = InitializerDependencies.release(factory)) {
            if (access != null) {
                access.prepare(phase(type));
            }
            return access != null && access.deferred() && type.getDeclaredConstructors().length == 1
                    ? deferred(type, factory)
                    : factory.createBean(type);
        } catch (BeansException failure) {
            throw refusal(type, failure, access);
        }
    }

    private static Phase phase(Class<?> type) {
        Revision revision = type.getAnnotation(Revision.class);
        return revision == null ? Phase.START : revision.phase();
    }

    @SuppressWarnings("unchecked")
    private static Migration deferred(Class<? extends Migration> type, DefaultListableBeanFactory factory) {
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        Object[] arguments = new Object[constructor.getParameterCount()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = DeferredBean.of(constructor, i, factory);
        }
        return BeanUtils.instantiateClass((Constructor<? extends Migration>) constructor, arguments);
    }

    private static RetortException refusal(Class<?> type, BeansException failure, @Nullable RevisionBeanAccess access) {
        String asked = "The revision " + type.getName() + " requires beans that are not available";
        if (causes(failure).anyMatch(cause -> isJpa(cause, access))) {
            return new RetortException(
                    asked + ": one of " + parameters(type)
                            + " needs JPA, which starts only after the revisions of phase" + " START have run.",
                    "Declare @Revision(phase = Phase.AFTER_START), or change the data with op.execute or op.work.",
                    failure);
        }
        return new RetortException(
                asked + ": " + failure.getMostSpecificCause().getMessage(),
                "Declare the missing beans, or change the data with op.execute or op.work, which need no bean.",
                failure);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(DEEPEST);
    }

    /** On application start, JPA is created after Retort; in a command, it is withheld. */
    private static boolean isJpa(Throwable cause, @Nullable RevisionBeanAccess access) {
        if (cause instanceof NoSuchBeanDefinitionException missing) {
            Class<?> type = missing.getBeanType();
            String name = missing.getBeanName();
            return type != null && type.getName().equals(ENTITY_MANAGER_FACTORY)
                    || name != null && access != null && access.isWithheld(name);
        }
        return access == null && cause instanceof BeanCurrentlyInCreationException;
    }

    private static String parameters(Class<?> type) {
        return Arrays.stream(type.getDeclaredConstructors()[0].getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(", "));
    }
}
