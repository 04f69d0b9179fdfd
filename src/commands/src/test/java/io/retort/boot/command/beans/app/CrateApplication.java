package io.retort.boot.command.beans.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** An application whose revisions use its beans. */
@SpringBootApplication
public class CrateApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(CrateApplication.class, arguments);
    }
}
