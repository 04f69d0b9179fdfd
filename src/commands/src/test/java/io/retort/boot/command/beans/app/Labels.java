package io.retort.boot.command.beans.app;

import org.springframework.stereotype.Service;

/** A service that uses a repository. */
@Service
public class Labels {

    private final CrateRepository crates;

    public Labels(CrateRepository crates) {
        this.crates = crates;
    }

    public String next() {
        return "label " + crates.count();
    }
}
