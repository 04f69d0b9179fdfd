package io.retort.boot.internal;

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

/** Recognises properties {@code retort.*} that Spring Boot rejects before Retort can check them. */
public final class WrongSetting {

    private static final int DEEPEST = 50;

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

    /**
     * Explains a failure to bind a property.
     *
     * @param failure the failure to examine; never null
     * @return the property, its value and what it can be; empty if the failure is about something else
     */
    public static Optional<RetortException> of(Throwable failure) {
        return first(failure, BindException.class).flatMap(WrongSetting::ofRetort);
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

    private static <T> Optional<T> first(Throwable failure, Class<T> type) {
        return causes(failure).filter(type::isInstance).map(type::cast).findFirst();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(DEEPEST);
    }
}
