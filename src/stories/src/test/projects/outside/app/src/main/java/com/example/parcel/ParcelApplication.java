package com.example.parcel;

import jakarta.annotation.PostConstruct;
import javax.sql.DataSource;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Calls the external service in every way in which a starting context can. */
@SpringBootApplication
@EnableScheduling
public class ParcelApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(ParcelApplication.class, arguments).close();
        Outside.call("after run");
    }

    @Bean
    CommandLineRunner commandLineRunner() {
        return arguments -> Outside.call("command line runner");
    }

    @Bean
    ApplicationRunner applicationRunner() {
        return arguments -> Outside.call("application runner");
    }

    @Bean
    ApplicationListener<ContextRefreshedEvent> refreshed() {
        return event -> Outside.call("listener");
    }

    @Bean
    SmartInitializingSingleton singletons() {
        return () -> Outside.call("initializing singleton");
    }

    /** A client that connects when it is created. */
    @Component
    static class Client {

        Client(DataSource dataSource) {
            Outside.call("constructor");
        }

        @PostConstruct
        void connect() {
            Outside.call("post construct");
        }

        @EventListener
        void ready(ApplicationReadyEvent event) {
            Outside.call("event listener");
        }

        @Scheduled(fixedRate = 50)
        void poll() {
            Outside.call("scheduler");
        }
    }

    @Component
    static class Consumer implements SmartLifecycle {

        private volatile boolean running;

        @Override
        public void start() {
            running = true;
            Outside.call("lifecycle");
        }

        @Override
        public void stop() {
            running = false;
        }

        @Override
        public boolean isRunning() {
            return running;
        }
    }
}
