package io.retort.boot.autoconfigure;

import org.springframework.beans.factory.InitializingBean;

/** Brings the database to where the application needs it, before anything uses it. */
public final class RetortInitializer implements InitializingBean {

    private final Runnable work;

    RetortInitializer(Runnable work) {
        this.work = work;
    }

    @Override
    public void afterPropertiesSet() {
        work.run();
    }
}
