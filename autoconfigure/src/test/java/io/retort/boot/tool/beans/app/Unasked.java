package io.retort.boot.tool.beans.app;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** No revision asks for it, so no command creates it; an application that starts has it only where a test wants that. */
@Component
@Profile("!start")
public class Unasked {

    public Unasked() {
        throw new IllegalStateException("a bean that no revision asks for was created");
    }
}
