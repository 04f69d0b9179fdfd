package io.retort.boot.command.hostile;

import org.springframework.boot.CommandLineRunner;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** A component that does everything a component can do by itself, and cannot be created. */
@Component
class BrokenService implements CommandLineRunner {

    BrokenService() {
        throw new IllegalStateException("the key server does not answer");
    }

    @Override
    public void run(String... arguments) {
        Spoiled.by("a runner");
    }

    @EventListener
    void refreshed(ContextRefreshedEvent event) {
        Spoiled.by("a listener method");
    }

    @Scheduled(fixedRate = 1)
    void tick() {
        Spoiled.by("a scheduled method");
    }
}
