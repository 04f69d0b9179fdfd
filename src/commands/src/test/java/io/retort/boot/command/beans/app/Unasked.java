package io.retort.boot.command.beans.app;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** No revision uses this bean, so no command creates it. A starting application has it only if a test wants it. */
@Component
@Profile("!start")
public class Unasked {

    public Unasked() {
        throw new IllegalStateException("a bean that no revision asks for was created");
    }
}
