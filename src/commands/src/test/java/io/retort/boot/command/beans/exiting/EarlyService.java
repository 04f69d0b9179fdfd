package io.retort.boot.command.beans.exiting;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;

/** Ends the process when it is created or when it is used. */
@Lazy
@Service
public class EarlyService {

    public EarlyService() {
        exitIf("created early");
    }

    public void use() {
        exitIf("used early");
    }

    static void exitIf(String place) {
        if (place.equals(System.getProperty("exiting.place"))) {
            System.exit(Integer.getInteger("exiting.status", 0));
        }
    }
}
