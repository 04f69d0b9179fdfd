package com.example.pair;

import jakarta.persistence.EntityManagerFactory;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class Databases {

    private final Map<String, EntityManagerFactory> factories;

    Databases(Map<String, EntityManagerFactory> factories) {
        this.factories = factories;
    }

    void save(String name, Object entity) {
        factory(name).runInTransaction(manager -> manager.persist(entity));
    }

    long count(String name, String entity) {
        return factory(name).callInTransaction(manager -> manager.createQuery(
                        "select count(*) from " + entity, Long.class)
                .getSingleResult());
    }

    private EntityManagerFactory factory(String name) {
        return factories.get(name + "Factory");
    }
}
