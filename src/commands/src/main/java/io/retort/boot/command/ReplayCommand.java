package io.retort.boot.command;

import io.retort.Retort;
import io.retort.boot.internal.scan.BeanMigrations;
import io.retort.diff.HistoryReplay;
import io.retort.diff.author.ReplayResult;
import io.retort.error.RetortException;
import io.retort.revision.RevisionInfo;
import io.retort.schema.QualifiedName;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * {@code replay}: runs the history on an empty database, and compares the schema that the history computes with the
 * database after each revision. Exits with 4 at the first revision after which they differ.
 */
final class ReplayCommand implements ToolCommand {

    @Override
    public CommandOutcome run(ToolContext context) {
        context.retort().graph().all().forEach(revision -> refuseBeans(revision, context));
        ReplayResult result = inSources(replay(context), context.application().getEnvironment());
        if (context.line().has("json")) {
            context.json(result.json());
        } else {
            result.describe(context.style()).forEach(context.out()::println);
        }
        return new CommandOutcome(result.status(), result.summary());
    }

    private static ReplayResult replay(ToolContext context) {
        int total = context.retort().graph().size();
        AtomicInteger begun = new AtomicInteger();
        try (ShownWork work = ShownWork.of(context, "Replay");
                EmptyDatabase database = EmptyDatabase.of(context)) {
            return new HistoryReplay(database.dataSource(), inCurrentSchema(context.retort()))
                    .run(revision -> work.at(begun.getAndIncrement(), total, revision.describe()));
        }
    }

    private static ReplayResult inSources(ReplayResult result, Environment environment) {
        ReplayResult.Mismatch found = result.found();
        return new ReplayResult(
                result.database(),
                result.revisions(),
                result.missing().stream()
                        .map(missing -> new ReplayResult.MissingDeclaration(
                                inSources(missing.revision(), environment), missing.statements(), missing.means()))
                        .toList(),
                result.unverified(),
                found == null
                        ? null
                        : new ReplayResult.Mismatch(inSources(found.revision(), environment), found.differences()));
    }

    private static RevisionInfo inSources(RevisionInfo revision, Environment environment) {
        return new RevisionInfo(
                revision.id(),
                revision.parents(),
                revision.dependsOn(),
                revision.labels(),
                revision.message(),
                revision.created(),
                revision.transactional(),
                RevisionFiles.sourceOrLocation(environment, revision.location()),
                revision.remarks(),
                revision.adopts(),
                revision.replaces());
    }

    /** An empty database has no further schema for the history table. */
    static Retort inCurrentSchema(Retort retort) {
        QualifiedName table = retort.options().table();
        return retort.with(retort.options().withTable(new QualifiedName(null, table.name())));
    }

    /** Beans are connected to the application's own database, which must not change. */
    static void refuseBeans(RevisionInfo revision, ToolContext context) {
        ClassLoader loader = context.application().getClassLoader();
        if (!ClassUtils.isPresent(revision.location(), loader)) {
            return;
        }
        if (BeanMigrations.needsBeans(ClassUtils.resolveClassName(revision.location(), loader))) {
            throw new RetortException(
                    "Revision " + revision.describe()
                            + " asks for beans, which use the application's own database. It cannot run on an empty one.",
                    "Test the history with @RetortTest instead: its check HISTORY_EQUALS_SCHEMA runs the revisions on"
                            + " the database of the test.");
        }
    }
}
