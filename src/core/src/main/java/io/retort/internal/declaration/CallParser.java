package io.retort.internal.declaration;

import io.retort.internal.declaration.Expression.Block;
import io.retort.internal.declaration.Expression.Call;
import io.retort.internal.declaration.Expression.Cast;
import io.retort.internal.declaration.Expression.Chain;
import io.retort.internal.declaration.Expression.Constant;
import io.retort.internal.declaration.Expression.Literal;
import io.retort.internal.declaration.SourceErrors.UnreadableSourceException;
import io.retort.internal.declaration.SourceToken.Kind;
import java.util.ArrayList;
import java.util.List;

/** Parses calls with literal arguments. The depth of calls in calls is limited, so that no text overflows the stack. */
final class CallParser {

    private static final int DEEPEST = 50;
    private static final int LONGEST_CHAIN = 1000;

    private final List<SourceToken> tokens;
    private final SourceErrors errors;
    private int next;
    private int depth;

    private CallParser(List<SourceToken> tokens, SourceErrors errors) {
        this.tokens = tokens;
        this.errors = errors;
    }

    static List<OperationCall> parse(String source, SourceErrors errors) {
        CallParser parser = new CallParser(SourceLexer.tokens(source, errors), errors);
        List<OperationCall> calls = new ArrayList<>();
        while (parser.peek().kind() != Kind.END) {
            calls.add(parser.operation(""));
            if (parser.peek().kind() != Kind.END) {
                parser.take(";");
            }
        }
        return calls;
    }

    /**
     * Parses the statements of a method: calls on its parameter.
     *
     * @param receiver the name of the parameter
     */
    static List<OperationCall> body(String source, String receiver, SourceErrors errors) {
        CallParser parser = new CallParser(SourceLexer.tokens(source, errors), errors);
        List<OperationCall> calls = new ArrayList<>();
        while (parser.peek().kind() != Kind.END) {
            calls.add(parser.operation(receiver));
            parser.take(";");
        }
        return calls;
    }

    /** @param receiver the object of the call; empty for none */
    private OperationCall operation(String receiver) {
        SourceToken name = name();
        if (peek().is(".")) {
            if (!name.text().equals(receiver)) {
                throw errors.at(
                        name.at(),
                        "calls a method of " + name.described(),
                        receiver.isEmpty() ? SourceErrors.LITERALS : "Call the methods of " + receiver + ".");
            }
            take(".");
            name = name();
        } else if (name.text().equals("throw")) {
            throw errors.at(
                    name.at(),
                    "throws an exception: the method is irreversible or has Java code",
                    "Write calls that revert the upgrade.");
        } else if (!receiver.isEmpty()) {
            throw errors.at(
                    name.at(),
                    "calls " + name.described() + " without " + receiver,
                    "Write " + SourceErrors.shortened(receiver + "." + name.text()) + "(...).");
        }
        return new OperationCall(call(name));
    }

    private Call call(SourceToken name) {
        take("(");
        List<Expression> arguments = new ArrayList<>();
        while (!peek().is(")")) {
            if (!arguments.isEmpty()) {
                take(",");
            }
            arguments.add(expression());
        }
        take(")");
        return new Call(name.text(), arguments, name.at());
    }

    private Expression expression() {
        if (++depth > DEEPEST) {
            throw errors.at(peek().at(), "nests calls deeper than " + DEEPEST + " levels", SourceErrors.LITERALS);
        }
        SourceToken token = take();
        Expression expression = switch (token.kind()) {
            case LITERAL -> new Literal(token.value(), token.at());
            case NAME -> named(token);
            case SYMBOL, END -> cast(token);
        };
        depth--;
        return expression;
    }

    private Expression cast(SourceToken token) {
        if (!token.is("(")) {
            throw unexpected(token, "a value");
        }
        String type = name().text();
        take(")");
        return new Cast(type, expression(), token.at());
    }

    private Expression named(SourceToken token) {
        if (peek().is("->")) {
            return block(token);
        }
        boolean path = peek().is(".") || peek().is("(") || token.text().equals("new");
        if (path) {
            return chain(token);
        }
        return switch (token.text()) {
            case "true", "false" -> new Literal(Boolean.valueOf(token.text()), token.at());
            case "null" -> new Literal(null, token.at());
            default -> new Constant(token.text(), token.at());
        };
    }

    private Block block(SourceToken parameter) {
        take("->");
        if (!peek().is("{")) {
            return new Block(List.of(operation(parameter.text())), parameter.at());
        }
        take("{");
        List<OperationCall> calls = new ArrayList<>();
        while (!peek().is("}")) {
            calls.add(operation(parameter.text()));
            take(";");
        }
        take("}");
        return new Block(calls, parameter.at());
    }

    private Chain chain(SourceToken first) {
        boolean created = first.text().equals("new");
        SourceToken name = created ? name() : first;
        StringBuilder type = new StringBuilder(created ? "new " : "");
        while (peek().is(".")) {
            take(".");
            type.append(name.text()).append('.');
            name = name();
        }
        if (type.length() > 0 && !created) {
            type.setLength(type.length() - 1);
        }
        Call call = call(name);
        List<Call> links = new ArrayList<>();
        while (peek().is(".")) {
            take(".");
            links.add(call(name()));
            if (links.size() > LONGEST_CHAIN) {
                throw errors.at(
                        first.at(), "has more than " + LONGEST_CHAIN + " calls on one value", SourceErrors.LITERALS);
            }
        }
        return new Chain(type.toString(), call, links);
    }

    private SourceToken name() {
        SourceToken token = take();
        if (!token.isName()) {
            throw unexpected(token, "the name of a method");
        }
        return token;
    }

    private SourceToken peek() {
        return tokens.get(next);
    }

    private SourceToken take() {
        SourceToken token = peek();
        next += token.kind() == Kind.END ? 0 : 1;
        return token;
    }

    private void take(String symbol) {
        SourceToken token = take();
        if (!token.is(symbol)) {
            throw unexpected(token, symbol);
        }
    }

    private UnreadableSourceException unexpected(SourceToken token, String wanted) {
        return errors.at(token.at(), "has " + token.described() + " in place of " + wanted, SourceErrors.LITERALS);
    }
}
