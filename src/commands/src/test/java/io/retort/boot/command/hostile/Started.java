package io.retort.boot.command.hostile;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** A component that is started in every way the container supports. */
@Component
class Started implements SmartLifecycle, SmartInitializingSingleton, ApplicationListener<ApplicationEvent> {

    Started() {
        Spoiled.by("a component's constructor");
    }

    @Override
    public void afterSingletonsInstantiated() {
        Spoiled.by("a smart singleton");
    }

    @Override
    public void onApplicationEvent(ApplicationEvent event) {
        Spoiled.by("a listener");
    }

    @Override
    public void start() {
        Spoiled.by("a life cycle");
    }

    @Override
    public void stop() {}

    @Override
    public boolean isRunning() {
        return false;
    }
}
