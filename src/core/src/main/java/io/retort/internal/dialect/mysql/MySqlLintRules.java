package io.retort.internal.dialect.mysql;

import io.retort.internal.lint.rule.LintContext;
import io.retort.internal.lint.rule.LintRules;
import io.retort.internal.lint.rule.Rule;
import io.retort.internal.lint.rule.ServerVersion;
import io.retort.internal.lint.rule.SqlAction;
import io.retort.internal.lint.rule.Violation;
import io.retort.operation.Operation;
import io.retort.schema.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what changes do to other sessions on MySQL or MariaDB. */
enum MySqlLintRules implements LintRules {
    MYSQL {
        @Override
        ServerVersion oldest() {
            return ServerVersion.parse("8.0.16");
        }

        @Override
        boolean copiesOnline(ServerVersion version) {
            return false;
        }

        @Override
        boolean ignoresChecks(ServerVersion version) {
            return !version.isAtLeast(8, 0, 16);
        }

        @Override
        boolean extendsShortTexts() {
            return false;
        }

        @Override
        boolean dropsIdentityInstantly() {
            return false;
        }
    },
    MARIADB {
        @Override
        ServerVersion oldest() {
            return ServerVersion.parse("10.4");
        }

        @Override
        boolean copiesOnline(ServerVersion version) {
            return version.isAtLeast(11, 2);
        }

        @Override
        boolean ignoresChecks(ServerVersion version) {
            return false;
        }

        @Override
        boolean extendsShortTexts() {
            return true;
        }

        @Override
        boolean dropsIdentityInstantly() {
            return true;
        }
    };

    private static final String SIZES = """
            select nullif(table_schema, database()), table_name, table_rows, data_length + index_length, false
            from information_schema.tables
            where table_type = 'BASE TABLE'
                and table_schema not in ('mysql', 'sys', 'performance_schema', 'information_schema')
            order by 1, 2""";

    /** The oldest version with which a concurrent form must run; before MySQL 8.0.16, there are no check constraints. */
    abstract ServerVersion oldest();

    /** Whether writes continue during a copy. */
    abstract boolean copiesOnline(ServerVersion version);

    /** Whether the server parses check constraints and ignores them. */
    abstract boolean ignoresChecks(ServerVersion version);

    /** Whether a text of at most 127 bytes can get more than 255 bytes without a copy. */
    abstract boolean extendsShortTexts();

    /** Whether a column stops being {@code auto_increment} without a copy. */
    abstract boolean dropsIdentityInstantly();

    @Override
    public List<Rule> rules() {
        return MySqlRules.ALL;
    }

    @Override
    public List<Violation> check(Operation operation, LintContext context) {
        return operation.accept(new MySqlLintVisitor(this, context));
    }

    @Override
    public List<Violation> check(SqlAction action, LintContext context) {
        MySqlLintVisitor visitor = new MySqlLintVisitor(this, context);
        return switch (action.kind()) {
            case CONVERT_CHARACTER_SET -> visitor.copied(MySqlRules.CHARACTER_SET, action.table());
            case CHANGE_TYPE ->
                visitor.copied(MySqlRules.TYPE_REWRITE, action.table()).stream()
                        .map(Violation::withUnknownType)
                        .toList();
            default -> List.of();
        };
    }

    /** A change that blocks writes on this server in any case keeps its plain form, and its finding. */
    @Override
    public List<Operation> concurrently(Operation operation, List<Violation> violations, LintContext context) {
        return List.of(
                blocks(violations) || blocksAlways(operation)
                        ? operation
                        : operation.accept(new MySqlConcurrentForm()));
    }

    /** Returns whether an operation blocks writes on the oldest supported version, whatever the table is. */
    boolean blocksAlways(Operation operation) {
        LintContext unknown = new LintContext(
                oldest(), Map.of(), () -> Snapshot.EMPTY, () -> Snapshot.EMPTY, table -> false, table -> false);
        return blocks(check(operation, unknown));
    }

    private static boolean blocks(List<Violation> violations) {
        return violations.stream().anyMatch(violation -> violation.effect().isOutage());
    }

    @Override
    public Optional<String> sizes() {
        return Optional.of(SIZES);
    }
}
