package com.example.pair;

import com.example.pair.billing.Bill;
import com.example.pair.shop.Customer;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class PairApplication {

    public static void main(String[] args) {
        SpringApplication.run(PairApplication.class, args);
    }

    @Bean
    CommandLineRunner sale(Databases databases) {
        return args -> {
            databases.save("shop", new Customer("Ada"));
            databases.save("billing", new Bill("Ada", 12));
            System.out.println("customers: " + databases.count("shop", "Customer") + ", bills: "
                    + databases.count("billing", "Bill"));
        };
    }
}
