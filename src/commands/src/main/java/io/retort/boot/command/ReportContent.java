package io.retort.boot.command;

import io.retort.Retort;
import io.retort.Status;
import io.retort.dialect.Dialect;
import io.retort.diff.author.CheckResult;
import io.retort.diff.internal.model.DeclaringClasses;
import io.retort.diff.internal.report.Report;
import io.retort.error.RetortException;
import io.retort.internal.dialect.Dialects;
import io.retort.internal.history.History;
import io.retort.internal.lint.rule.LintRules;
import io.retort.internal.state.HistorySchema;
import io.retort.lint.DatabaseSizes;
import io.retort.lint.Finding;
import io.retort.revision.Direction;
import io.retort.revision.Planner;
import io.retort.revision.RevisionGraph;
import io.retort.revision.RevisionInfo;
import io.retort.run.EditedRevision;
import io.retort.run.PreparedStep;
import io.retort.schema.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Collects the content of a report. A section without data says why. */
final class ReportContent {

    private static final int FORMAT = 1;

    private final ToolContext context;
    private final Retort retort;
    private final History history;
    private final RevisionGraph graph;
    private final AuthoringFactory authoring;
    private final Dialect dialect;
    private final ReportBase base;
    private final HistorySchema schema;
    private final List<RevisionInfo> added;
    private final Optional<DatabaseSizes> production;
    private final @Nullable Status status;
    private final @Nullable String withoutDatabase;

    ReportContent(ToolContext context) {
        this.context = context;
        context.line().list("products").forEach(Dialects::named);
        production = context.line()
                .option("sizes")
                .map(file -> SizesFile.read(OptionFile.of("sizes", file).path()));
        retort = context.retort();
        history = History.read(retort.sources());
        graph = retort.graph();
        authoring = new AuthoringFactory(context);
        base = ReportBase.of(
                context.line().option("base").orElse(null),
                graph.all(),
                authoring.locations(),
                context.application().getEnvironment());
        added = graph.all().stream()
                .filter(revision -> base.added().contains(revision.id()))
                .toList();
        Status found = null;
        String reason = null;
        if (context.line().has("offline")) {
            reason = "No database is used, because the report was written with the option offline.";
        } else {
            try {
                found = retort.status();
            } catch (RetortException e) {
                reason = "There is no information from a database: " + e.what(context.style());
            }
        }
        status = found;
        withoutDatabase = reason;
        dialect = status == null || context.line().option("database").isPresent()
                ? RecordedProduct.of(context).dialect()
                : authoring.dialect();
        schema = HistorySchema.of(history, dialect);
    }

    Report report() {
        ReportTables tables = new ReportTables(schema, dialect, classes());
        Map<String, Object> differences = differences();
        Map<String, Object> lint = lint();
        Map<String, Object> changes = new ReportChanges(context, history, graph, dialect, base, schema).json();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("retort", 1);
        json.put("report", FORMAT);
        json.put("version", version());
        json.put("application", application());
        json.put("product", dialect.productName());
        json.put("verdict", ReportVerdict.of(base, changes, lint, differences, edited(), heads()));
        json.put("base", base());
        json.put("database", database());
        json.put("changes", changes);
        json.put("lint", lint);
        json.put("differences", differences);
        json.put("plan", plan());
        json.put("tables", tables.json());
        json.put("history", history());
        return new Report(
                json,
                base.commit() == null ? schema.snapshot() : before().snapshot(),
                schema.snapshot(),
                tables.modules(),
                newestFirst(),
                base.added(),
                status == null ? Set.of() : status.knownHeads());
    }

    private HistorySchema before() {
        return HistorySchema.of(
                history,
                graph.all().stream()
                        .filter(revision -> !base.added().contains(revision.id()))
                        .toList(),
                dialect);
    }

    private List<RevisionInfo> newestFirst() {
        return new Planner(graph).history(":", Set.of());
    }

    private List<String> heads() {
        return graph.heads().stream().map(RevisionInfo::describe).toList();
    }

    private List<EditedRevision> edited() {
        return status == null ? List.of() : retort.edits();
    }

    private String application() {
        return context.application().getEnvironment().getProperty("spring.application.name", "application")
                + (context.unit().settings().own() == null
                        ? ""
                        : ", " + context.unit().name());
    }

    private static String version() {
        String version = Retort.class.getPackage().getImplementationVersion();
        return version == null ? "unknown" : version;
    }

    private Map<String, Object> base() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", base.name());
        json.put("commit", base.commit());
        json.put("sentence", base.sentence());
        return json;
    }

    private Map<String, Object> database() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (status == null) {
            json.put("sentence", String.valueOf(withoutDatabase));
            return json;
        }
        json.put("name", status.database());
        json.put("current", List.copyOf(new TreeSet<>(status.knownHeads())));
        if (context.tenant() != null) {
            json.put("tenant", context.tenant());
        }
        json.put(
                "sentence",
                "The database " + status.database()
                        + (context.tenant() == null ? "" : ", tenant " + context.tenant() + ",") + " is at "
                        + CommandFormats.places(graph, new TreeSet<>(status.knownHeads())) + ".");
        return json;
    }

    private static Map<String, Object> missing(String reason) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("missing", reason);
        return json;
    }

    private Map<String, Object> lint() {
        Set<String> judged = added.stream().map(RevisionInfo::id).collect(Collectors.toSet());
        if (judged.isEmpty()) {
            return missing("There is no new revision to judge.");
        }
        try {
            DatabaseSizes sizes = sizes();
            if (LintRules.of(Dialects.named(sizes.product())).rules().isEmpty()) {
                return missing("There are no lint rules for " + dialect.productName() + ".");
            }
            List<Finding> findings = baseHeads().stream()
                    .flatMap(since -> retort.lint("heads", since, sizes).stream())
                    .filter(finding -> judged.contains(finding.revision()))
                    .distinct()
                    .toList();
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("sizes", describe(sizes));
            json.put(
                    "findings",
                    findings.stream()
                            .map(finding -> LintCommand.json(
                                    finding, context.application().getEnvironment()))
                            .toList());
            return json;
        } catch (RetortException e) {
            return missing("The revisions were not judged: " + e.what(context.style()));
        }
    }

    /** What is new since one of several heads of the base exists for the others, so each is judged. */
    private List<String> baseHeads() {
        List<String> heads = graph.all().stream()
                .map(RevisionInfo::id)
                .filter(id -> !base.added().contains(id)
                        && graph.children(id).stream()
                                .allMatch(child -> base.added().contains(child.id())))
                .toList();
        return heads.isEmpty() ? List.of("base") : heads;
    }

    private DatabaseSizes sizes() {
        if (production.isPresent()) {
            return production.get();
        }
        return status == null ? DatabaseSizes.unknown(dialect.name()) : retort.sizes();
    }

    private String describe(DatabaseSizes sizes) {
        return sizes.tables().isEmpty()
                ? "The sizes of the tables are unknown, so each counts as big."
                : "Judged with the sizes of "
                        + CommandFormats.count(sizes.tables().size(), "table")
                        + (status == null ? " in the file of sizes." : ".");
    }

    private Map<String, Object> differences() {
        if (context.models().isEmpty() || !authoring.hasEntities()) {
            return missing("There are no entities to compare.");
        }
        try {
            CheckResult result = CheckCommand.compared(authoring, context);
            Map<String, Object> json = new LinkedHashMap<>(result.json());
            json.put("sentence", result.describe(context.style()).get(0));
            return json;
        } catch (RetortException e) {
            return missing("Entities were not compared: " + e.what(context.style()));
        }
    }

    private Map<String, Object> plan() {
        if (status == null) {
            return missing(String.valueOf(withoutDatabase));
        }
        try {
            List<PreparedStep> steps = retort.plan(Direction.UP, "heads");
            Map<String, Object> json = new LinkedHashMap<>();
            if (steps.isEmpty()) {
                json.put("missing", "Nothing is pending.");
            }
            json.putAll(PlanCommand.json(status, "heads", steps));
            return json;
        } catch (RetortException e) {
            return missing("There is no plan: " + e.what(context.style()));
        }
    }

    private Map<QualifiedName, DeclaringClasses> classes() {
        if (context.models().isEmpty() || !authoring.hasEntities()) {
            return Map.of();
        }
        try {
            return DeclaringClasses.of(new UnitEntities(context.unit(), context.models()).get(), dialect, null);
        } catch (RetortException e) {
            return Map.of();
        }
    }

    private List<Map<String, Object>> history() {
        RevisionFlags flags = status == null
                ? new RevisionFlags(graph, context.application().getEnvironment(), Set.of())
                : RevisionFlags.of(graph, context.application().getEnvironment(), status.knownHeads(), status);
        List<Map<String, Object>> json = new ArrayList<>();
        for (RevisionInfo revision : newestFirst()) {
            Map<String, Object> one = new LinkedHashMap<>(flags.json(revision));
            one.put("file", ReportChanges.file(revision, context));
            json.add(one);
        }
        return json;
    }
}
