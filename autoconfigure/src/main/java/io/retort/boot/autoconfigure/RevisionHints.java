package io.retort.boot.autoconfigure;

import io.retort.boot.autoconfigure.properties.RetortProperties;
import io.retort.boot.internal.scan.ScannedRevisions;
import io.retort.source.RevisionCode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.generate.GenerationContext;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotContribution;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotProcessor;
import org.springframework.beans.factory.aot.BeanFactoryInitializationCode;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.core.io.DefaultResourceLoader;

/** Registers the application's revisions for a native image: classes for reflection, SQL files as resources. */
final class RevisionHints implements BeanFactoryInitializationAotProcessor {

    @Override
    public @Nullable BeanFactoryInitializationAotContribution processAheadOfTime(
            ConfigurableListableBeanFactory beans) {
        if (beans.getBeanNamesForType(RetortUnits.class, true, false).length == 0) {
            return null;
        }
        List<String> locations = locations(beans.getBean(Environment.class));
        ClassLoader loader = beans.getBeanClassLoader();
        List<RevisionCode> revisions =
                new ScannedRevisions(locations, Map.of(), new DefaultResourceLoader(loader)).revisions();
        return new Contribution(revisions);
    }

    private static List<String> locations(Environment environment) {
        RetortProperties properties = Binder.get(environment).bindOrCreate("retort", RetortProperties.class);
        if (properties.getUnits().isEmpty()) {
            return properties.getLocations();
        }
        Set<String> locations = new LinkedHashSet<>();
        properties
                .getUnits()
                .forEach((name, own) -> locations.addAll(new UnitSettings(name, properties, own).locations()));
        return List.copyOf(locations);
    }

    private static final class Contribution implements BeanFactoryInitializationAotContribution {

        private final List<RevisionCode> revisions;

        Contribution(List<RevisionCode> revisions) {
            this.revisions = revisions;
        }

        @Override
        public void applyTo(GenerationContext generation, BeanFactoryInitializationCode code) {
            RuntimeHints hints = generation.getRuntimeHints();
            revisions.forEach(revision -> register(revision.info().location(), hints));
        }

        private static void register(String location, RuntimeHints hints) {
            if (location.endsWith(".sql")) {
                hints.resources().registerPattern(location);
            } else {
                hints.reflection().registerTypeIfPresent(null, location, MemberCategory.INVOKE_PUBLIC_CONSTRUCTORS);
            }
        }
    }
}
