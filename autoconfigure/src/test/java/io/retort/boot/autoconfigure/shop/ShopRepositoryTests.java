package io.retort.boot.autoconfigure.shop;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;

/** A test slice as users write it: revisions create the schema, not Hibernate. */
@DataJpaTest(
        properties = {
            "retort.locations=io.retort.boot.autoconfigure.revisions,classpath:history",
            "spring.jpa.hibernate.ddl-auto=validate"
        })
class ShopRepositoryTests {

    @Autowired
    private EntityManager entities;

    @Test
    void findsTheTablesOfTheRevisions() {
        assertThat(entities.createQuery("select p from Product p").getResultList())
                .isEmpty();
        assertThat(entities.createNativeQuery("select count(*) from retort_revision", Long.class)
                        .getSingleResult())
                .isEqualTo(2L);
    }
}
