package io.retort.boot.command.story;

import io.retort.boot.autoconfigure.RetortAutoConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;

/** An application with a database and a history of two branches, a merge and a second root that depends on a branch. */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({DataSourceAutoConfiguration.class, RetortAutoConfiguration.class})
public class StoryApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(StoryApplication.class, arguments);
    }
}
