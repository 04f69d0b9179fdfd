package io.retort.boot.command.broken;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** An application with an entity that Hibernate cannot map. */
@SpringBootApplication
public class BrokenApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(BrokenApplication.class, arguments);
    }

    /** Refers to a class that is no entity. */
    @Entity
    public static class Invoice {

        @Id
        private Long id;

        @ManyToOne
        private Customer customer;
    }

    /** Not an entity. */
    public static class Customer {}
}
