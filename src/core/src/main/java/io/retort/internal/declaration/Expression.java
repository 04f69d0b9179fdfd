package io.retort.internal.declaration;

import io.retort.migration.Operations;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An argument of a call. */
interface Expression {

    /** Returns the offset in the source. */
    int at();

    /** Returns the value. */
    @Nullable
    Object evaluate(SourceErrors errors);

    /**
     * A string, number, boolean or null.
     *
     * @param value the value
     * @param at the offset
     */
    record Literal(@Nullable Object value, int at) implements Expression {

        @Override
        public @Nullable Object evaluate(SourceErrors errors) {
            return value;
        }
    }

    /**
     * A constant of {@link io.retort.migration.Definitions}: {@code CASCADE}.
     *
     * @param name the name
     * @param at the offset
     */
    record Constant(String name, int at) implements Expression {

        @Override
        public Object evaluate(SourceErrors errors) {
            return Vocabulary.constant(name)
                    .orElseThrow(() -> errors.at(
                            at,
                            "contains " + SourceErrors.shortened(name)
                                    + ", which is neither a literal nor a constant of" + " Definitions",
                            "Write the value itself, or one of " + Vocabulary.constantNames() + "."));
        }
    }

    /**
     * A cast, which some literals need: {@code (short) 3}, {@code (Object) null}.
     *
     * @param type the type
     * @param operand the operand
     * @param at the offset
     */
    record Cast(String type, Expression operand, int at) implements Expression {

        @Override
        public @Nullable Object evaluate(SourceErrors errors) {
            Object value = operand.evaluate(errors);
            if (type.equals("Object") && value == null) {
                return null;
            }
            if (value instanceof Integer number && type.equals("short") && number == number.shortValue()) {
                return number.shortValue();
            }
            if (value instanceof Integer number && type.equals("byte") && number == number.byteValue()) {
                return number.byteValue();
            }
            throw errors.at(
                    at,
                    "contains a cast to " + SourceErrors.shortened(type) + " that is not valid here",
                    "Casts are (short) and (byte) before an integer of that size, and (Object) before null.");
        }
    }

    /**
     * A call without an object, and the fluent calls on its result.
     *
     * @param type the class of a static method or constructor outside Definitions: {@code java.util.UUID}; empty otherwise
     * @param call the first call
     * @param chain the fluent calls
     */
    record Chain(String type, Call call, List<Call> chain) implements Expression {

        @Override
        public int at() {
            return call.at();
        }

        @Override
        public @Nullable Object evaluate(SourceErrors errors) {
            Object value = type.isEmpty() ? definition(errors) : StandardValues.of(type, call, errors);
            for (Call next : chain) {
                value = Invocation.of(next, errors).on(value, Vocabulary.fluent(value, next.method()));
            }
            return value;
        }

        private @Nullable Object definition(SourceErrors errors) {
            return Invocation.of(call, errors).on(null, Vocabulary.definitions(call.method()));
        }
    }

    /**
     * A method with its arguments.
     *
     * @param method the name
     * @param arguments the arguments
     * @param at the offset
     */
    record Call(String method, List<Expression> arguments, int at) {

        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * A lambda with calls on its parameter: {@code changes -> { changes.addColumn(...); }}.
     *
     * @param calls the calls
     * @param at the offset
     */
    record Block(List<OperationCall> calls, int at) implements Expression {

        public Block {
            calls = List.copyOf(calls);
        }

        @Override
        public Consumer<Operations> evaluate(SourceErrors errors) {
            return op -> calls.forEach(call -> call.addTo(op, errors));
        }
    }
}
