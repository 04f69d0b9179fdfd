package io.retort.diff.internal.model;

import jakarta.persistence.EntityManagerFactory;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.jspecify.annotations.Nullable;

/**
 * Replaces an entity manager factory of which only the metadata was built. It reports that it is open and can be
 * closed; every other use fails.
 */
record DescribedEntityManagerFactory(String unit) implements InvocationHandler {

    static EntityManagerFactory of(String unit) {
        return (EntityManagerFactory) Proxy.newProxyInstance(
                SessionFactory.class.getClassLoader(),
                new Class<?>[] {SessionFactory.class},
                new DescribedEntityManagerFactory(unit));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "isOpen" -> true;
            case "isClosed" -> false;
            case "close" -> null;
            case "getName" -> unit;
            case "getProperties" -> Map.of();
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> arguments != null && proxy == arguments[0];
            case "toString" -> "described persistence unit " + unit;
            default ->
                throw new UnsupportedOperationException(
                        "Retort only describes the persistence unit " + unit + "; it cannot " + method.getName());
        };
    }
}
