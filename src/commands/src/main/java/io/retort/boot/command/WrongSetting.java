package io.retort.boot.command;

import io.retort.error.Advice;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.internal.database.Secrets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.core.convert.ConversionFailedException;

/** Recognises settings that Spring Boot rejects before Retort can check them. */
final class WrongSetting {

    private static final int DEEPEST = 50;

    private static final String PROFILES = "org.springframework.boot.context.config.ProfilesValidator";

    private static final Map<Class<?>, Kind> KINDS = Map.of(
            Duration.class, new Kind("a duration", "30s"),
            ZoneId.class, new Kind("a time zone", "Europe/Berlin"),
            Boolean.class, new Kind("true or false", "true"),
            Integer.class, new Kind("a whole number", "10"));

    /**
     * What a property contains.
     *
     * @param noun what it is called
     * @param example a value
     */
    private record Kind(String noun, String example) {}

    private WrongSetting() {}

    /** Returns the problem and what to do; empty if the failure is about something else. */
    static Optional<RetortException> of(Throwable failure) {
        return first(failure, BindException.class)
                .flatMap(WrongSetting::ofRetort)
                .or(() -> profile(failure));
    }

    private static Optional<RetortException> ofRetort(BindException failure) {
        ConfigurationProperty property = failure.getProperty();
        return property == null || !property.getName().toString().startsWith("retort.")
                ? Optional.empty()
                : first(failure, ConversionFailedException.class).flatMap(conversion -> value(property, conversion));
    }

    private static Optional<RetortException> value(ConfigurationProperty property, ConversionFailedException failure) {
        Class<?> type = failure.getTargetType().getObjectType();
        String name = property.getName().toString();
        String given = "The property " + name + "=" + Secrets.maskMessage(String.valueOf(property.getValue()));
        if (type.isEnum()) {
            return Optional.of(new RetortException(
                    given + " is not one of the allowed values.",
                    Advice.of("Write one of " + values(type) + ", or leave it out."),
                    ExitStatus.USAGE,
                    failure));
        }
        return Optional.ofNullable(KINDS.get(type))
                .map(kind -> new RetortException(
                        given + " is not " + kind.noun() + ".",
                        Advice.of("Write it as in " + name + "=" + kind.example() + ", or leave it out."),
                        ExitStatus.USAGE,
                        failure));
    }

    private static String values(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(value -> ((Enum<?>) value).name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(", "));
    }

    /** The exception has no type of its own; the innermost one names the profile. */
    private static Optional<RetortException> profile(Throwable failure) {
        return causes(failure)
                .filter(cause -> cause instanceof IllegalStateException && isByValidator(cause))
                .reduce((outer, inner) -> inner)
                .map(cause -> new RetortException(
                        "The name of a profile is invalid: " + Secrets.maskMessage(String.valueOf(cause.getMessage()))
                                + ".",
                        "Check spring.profiles.active, and spring.profiles.include if it is set.",
                        ExitStatus.USAGE));
    }

    private static boolean isByValidator(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals(PROFILES));
    }

    private static <T> Optional<T> first(Throwable failure, Class<T> type) {
        return causes(failure).filter(type::isInstance).map(type::cast).findFirst();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(DEEPEST);
    }
}
