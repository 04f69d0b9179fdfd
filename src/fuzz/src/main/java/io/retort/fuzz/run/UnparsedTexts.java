package io.retort.fuzz.run;

import io.retort.fuzz.model.Attribute;
import io.retort.fuzz.model.BasicType;
import io.retort.fuzz.model.EntityType;
import io.retort.operation.Operation;
import java.time.DateTimeException;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Texts that only a Java type reads. If an attribute of a text gets such a type, its column stays as it is, and a
 * comparison of schemas cannot see it.
 */
final class UnparsedTexts {

    private static final Set<BasicType> PARSED = Set.of(BasicType.LOCALE, BasicType.CURRENCY, BasicType.ZONE);

    private UnparsedTexts() {}

    /** Returns whether a failure comes from such a type, which an attribute got while no operation concerns its column. */
    static boolean explain(Throwable failure, Application before, Application after, List<Operation> operations) {
        return isParsing(failure)
                && after.model().entities().stream()
                        .anyMatch(entity -> entity.attributes().stream()
                                .filter(attribute -> PARSED.contains(attribute.type()))
                                .filter(attribute -> former(before, entity, attribute)
                                        .filter(was -> was.type() != attribute.type())
                                        .isPresent())
                                .anyMatch(attribute -> isUntouched(entity, attribute, after, operations)));
    }

    private static Optional<Attribute> former(Application before, EntityType entity, Attribute attribute) {
        return before.model().entity(entity.uid()).flatMap(found -> found.attribute(attribute.uid()));
    }

    private static boolean isUntouched(
            EntityType entity, Attribute attribute, Application after, List<Operation> operations) {
        Set<String> places = after.columns().columns().getOrDefault(entity.uid() + "/" + attribute.uid(), Set.of());
        return operations.stream()
                .map(operation -> RandomAnswers.plain(operation.java().source(0)))
                .noneMatch(text -> places.stream()
                        .anyMatch(place -> text.contains(place.substring(0, place.indexOf('.')))
                                && text.contains(place.substring(place.indexOf('.') + 1))));
    }

    private static boolean isParsing(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof IllformedLocaleException
                || cause instanceof IllegalArgumentException
                || cause instanceof DateTimeException;
    }
}
