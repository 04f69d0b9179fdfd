package io.retort.boot.command.beans.exiting;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** An application whose revisions use beans that call {@code System.exit}. */
@SpringBootApplication
public class ExitingApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(ExitingApplication.class, arguments);
        System.out.println("main continued");
    }
}
