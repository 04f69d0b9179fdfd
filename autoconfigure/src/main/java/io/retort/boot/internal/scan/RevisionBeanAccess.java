package io.retort.boot.internal.scan;

import io.retort.migration.Phase;

/** Controls which beans revisions can use while a command runs. A starting application needs no bean of this type. */
public interface RevisionBeanAccess {

    /** Prepares the bean factory for a revision of the given phase, before its beans are created. */
    void prepare(Phase phase);

    /** Returns whether revisions get proxies that create their bean on first use, for commands that only read. */
    boolean deferred();

    /**
     * Returns whether the application declares a bean with this name that revisions cannot use yet, because it belongs
     * to JPA.
     */
    boolean isWithheld(String beanName);
}
