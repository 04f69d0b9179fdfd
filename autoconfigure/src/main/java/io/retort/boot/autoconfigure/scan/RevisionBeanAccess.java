package io.retort.boot.autoconfigure.scan;

import io.retort.migration.Phase;

/** How a command gives beans to revisions, where a running application simply has them. A bean of this type is asked first. */
public interface RevisionBeanAccess {

    /** Called before the beans for a revision of this phase are created. */
    void prepare(Phase phase);

    /** Whether a revision gets proxies, each of which creates its bean when it is first used: for commands that only read. */
    boolean deferred();

    /** Whether the application declares a bean of this name that a revision cannot have yet, because it belongs to JPA. */
    boolean isWithheld(String beanName);
}
