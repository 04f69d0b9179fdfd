package io.retort.boot.command.beans.exiting;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;

/** Ends the process when it is created or when it is used, after the application has started. */
@Lazy
@Service
public class LateService {

    public LateService() {
        EarlyService.exitIf("created late");
    }

    public void use() {
        EarlyService.exitIf("used late");
    }
}
