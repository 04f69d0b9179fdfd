package io.retort.sample;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Main class of the sample application. */
@SpringBootApplication
public class ClinicApplication {

    public static void main(String[] args) {
        SpringApplication.run(ClinicApplication.class, args);
    }

    /** Returns the clinic's clock, in the default time zone. */
    @Bean
    Clock clock() {
        return Clock.systemDefaultZone();
    }
}
