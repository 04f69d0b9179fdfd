package io.retort.boot.autoconfigure;

import io.retort.boot.autoconfigure.start.UnitStart;
import java.util.List;
import org.springframework.beans.factory.InitializingBean;

/** Brings the databases of all units to where the application needs them, one after the other, before anything uses them. */
public final class RetortInitializer implements InitializingBean {

    private final List<UnitStart> starts;

    RetortInitializer(List<UnitStart> starts) {
        this.starts = List.copyOf(starts);
    }

    @Override
    public void afterPropertiesSet() {
        starts.forEach(UnitStart::run);
    }
}
