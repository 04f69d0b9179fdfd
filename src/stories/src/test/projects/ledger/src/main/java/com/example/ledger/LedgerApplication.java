package com.example.ledger;

import jakarta.persistence.EntityManager;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class LedgerApplication {

    public static void main(String[] args) {
        SpringApplication.run(LedgerApplication.class, args);
    }

    @Bean
    CommandLineRunner count(EntityManager entities) {
        return args -> System.out.println("RUNNER accounts: "
                + entities.createQuery("select count(a) from Account a", Long.class).getSingleResult());
    }
}
