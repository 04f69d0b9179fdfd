package io.retort.boot.command.counting;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** An application whose ids come from a sequence. */
@SpringBootApplication
public class CountingApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(CountingApplication.class, arguments);
    }
}
