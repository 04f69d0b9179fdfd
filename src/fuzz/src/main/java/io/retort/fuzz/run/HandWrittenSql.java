package io.retort.fuzz.run;

import io.retort.dialect.Dialect;
import io.retort.error.RetortException;
import io.retort.internal.dialect.Dialects;
import io.retort.operation.DataOperation;
import io.retort.operation.DataOperation.Execute;
import io.retort.operation.Operation;
import io.retort.operation.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Replaces operations by SQL that declares what it does, as a person writes it: with comments, in blocks, and with one
 * declaration below several statements.
 */
final class HandWrittenSql {

    private final Dialect dialect;
    private final SplittableRandom random;

    private HandWrittenSql(Dialect dialect, SplittableRandom random) {
        this.dialect = dialect;
        this.random = random;
    }

    /** Returns operations that make the same change; rows, code and what needs the connected database stay. */
    static List<Operation> of(List<Operation> operations, String product, long seed) {
        return new HandWrittenSql(Dialects.named(product), new SplittableRandom(seed)).of(operations);
    }

    private List<Operation> of(List<Operation> operations) {
        List<Operation> all = new ArrayList<>();
        List<Operation> declaredLater = new ArrayList<>();
        for (int i = 0; i < operations.size(); i++) {
            Operation operation = operations.get(i);
            Optional<Pairs> pairs = random.nextInt(4) == 0 ? Optional.empty() : pairs(operation);
            if (pairs.isEmpty()) {
                all.add(operation);
                continue;
            }
            declaredLater.add(operation);
            boolean waits = i + 1 < operations.size()
                    && random.nextInt(3) == 0
                    && pairs(operations.get(i + 1)).isPresent();
            all.addAll(pairs.get().declaring(waits ? List.of() : declaredLater));
            if (waits) {
                i++;
                declaredLater.add(operations.get(i));
                all.addAll(pairs(operations.get(i)).orElseThrow().declaring(declaredLater));
            }
            declaredLater.clear();
        }
        return all;
    }

    /**
     * The statements of an operation, each with one of its reverse.
     *
     * @param up the statements
     * @param down the statements of the reverse
     */
    private record Pairs(List<String> up, List<String> down) {

        /** The declaration is that of the last statement. */
        List<Operation> declaring(List<Operation> changes) {
            List<Operation> all = new ArrayList<>();
            int last = Math.max(up.size(), down.size()) - 1;
            for (int i = 0; i <= last; i++) {
                String sql = i < up.size() ? up.get(i) : Execute.NOTHING;
                String undo = last - i < down.size() ? down.get(last - i) : Execute.NOTHING;
                boolean declares = i == up.size() - 1;
                all.add(new Execute(sql, undo, declares ? List.copyOf(changes) : List.of()));
            }
            return all;
        }
    }

    private Optional<Pairs> pairs(Operation operation) {
        if (operation.isHandWritten() || operation instanceof DataOperation) {
            return Optional.empty();
        }
        return operation.reverse().flatMap(reverse -> {
            List<String> up = statements(operation);
            List<String> down = statements(reverse);
            return up.isEmpty() || down.isEmpty() ? Optional.empty() : Optional.of(new Pairs(up, down));
        });
    }

    /** Empty if they cannot be written by hand. */
    private List<String> statements(Operation operation) {
        try {
            List<String> texts = new ArrayList<>();
            for (Statement statement : operation.sql(dialect.ddl())) {
                if (!(statement instanceof Statement.Sql sql)
                        || !sql.transactional()
                        || sql.adaptation() != null
                        || sql.expectedRows() != null) {
                    return List.of();
                }
                texts.add(spelled(sql.text()));
            }
            return texts;
        } catch (RetortException dependsOnSession) {
            return List.of();
        }
    }

    private String spelled(String sql) {
        switch (random.nextInt(4)) {
            case 0:
                return sql.replaceFirst(" ", " /* by hand; */ ");
            case 1:
                return executed(sql);
            default:
                return sql;
        }
    }

    private String executed(String sql) {
        String literal = "'" + sql.replace("'", "''") + "'";
        return switch (dialect.name()) {
            case "postgresql" -> "do $hand$ begin execute " + literal + "; end $hand$";
            case "h2" -> "execute immediate " + literal;
            case "mariadb" -> sql.contains("\\") ? sql : "execute immediate " + literal;
            default -> sql;
        };
    }
}
