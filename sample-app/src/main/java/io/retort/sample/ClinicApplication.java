package io.retort.sample;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Starts the clinic. */
@SpringBootApplication
public class ClinicApplication {

    public static void main(String[] args) {
        SpringApplication.run(ClinicApplication.class, args);
    }

    /** The clinic's clock, in the time zone of the house. */
    @Bean
    Clock clock() {
        return Clock.systemDefaultZone();
    }
}
