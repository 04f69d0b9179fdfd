package io.retort.boot.autoconfigure;

import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Matches if at least one {@code retort.units.<name>} is set. */
final class UnitsCondition extends SpringBootCondition {

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        Map<String, Object> units = Binder.get(context.getEnvironment())
                .bind("retort.units", Bindable.mapOf(String.class, Object.class))
                .orElse(Map.of());
        ConditionMessage.Builder message = ConditionMessage.forCondition("Units of Retort's");
        return units.isEmpty()
                ? ConditionOutcome.noMatch(message.because("there is no retort.units.<name>"))
                : ConditionOutcome.match(message.found("unit", "units").items(units.keySet()));
    }
}
