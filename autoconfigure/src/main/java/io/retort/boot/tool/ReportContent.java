package io.retort.boot.tool;

import io.retort.Retort;
import io.retort.Status;
import io.retort.dialect.Dialect;
import io.retort.diff.author.CheckResult;
import io.retort.diff.internal.model.DeclaringClasses;
import io.retort.diff.internal.report.Report;
import io.retort.error.RetortException;
import io.retort.internal.dialect.Dialects;
import io.retort.internal.history.History;
import io.retort.internal.prepare.LostDataVisitor;
import io.retort.internal.prepare.StepPreparation;
import io.retort.internal.state.Blame;
import io.retort.internal.state.Blame.Entry;
import io.retort.internal.state.HistorySchema;
import io.retort.internal.state.SchemaObject;
import io.retort.lint.DatabaseSizes;
import io.retort.lint.Finding;
import io.retort.operation.Operation;
import io.retort.revision.Direction;
import io.retort.revision.Planner;
import io.retort.revision.RevisionGraph;
import io.retort.revision.RevisionInfo;
import io.retort.revision.Step;
import io.retort.run.EditedRevision;
import io.retort.run.PreparedOperation;
import io.retort.run.PreparedStep;
import io.retort.schema.Constraint;
import io.retort.schema.QualifiedName;
import io.retort.schema.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
    private final @Nullable Status status;
    private final @Nullable String withoutDatabase;

    ReportContent(ToolContext context) {
        this.context = context;
        retort = context.retort();
        history = retort.history();
        graph = retort.graph();
        authoring = new AuthoringFactory(context);
        base = ReportBase.of(
                context.line().option("base").orElse(null),
                graph.all(),
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
                reason = "There is no information from a database: " + e.what();
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
        Map<QualifiedName, String> modules = modules();
        Map<String, Object> differences = differences();
        Map<String, Object> lint = lint();
        Map<String, Object> changes = changes();
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
        json.put("tables", tables(modules));
        json.put("history", newestFirst().stream().map(this::revision).toList());
        return new Report(
                json,
                base.commit() == null ? schema.snapshot() : before().snapshot(),
                schema.snapshot(),
                modules,
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
        json.put(
                "sentence",
                "The database " + status.database() + " is at "
                        + CommandFormats.places(graph, new TreeSet<>(status.knownHeads())) + ".");
        return json;
    }

    private static Map<String, Object> missing(String reason) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("missing", reason);
        return json;
    }

    private Map<String, Object> changes() {
        Map<String, Object> json = new LinkedHashMap<>();
        Set<String> shown = new LinkedHashSet<>(base.added());
        shown.addAll(base.edited());
        if (base.missing() != null) {
            json.put("missing", base.missing());
        } else if (shown.isEmpty()) {
            json.put("missing", "This branch changes no revision.");
        }
        json.put(
                "notes",
                base.absent().stream()
                        .map(file -> "Only the base has the file " + file + ". Merge the base into this branch.")
                        .toList());
        json.put(
                "revisions",
                graph.all().stream()
                        .filter(revision -> shown.contains(revision.id()))
                        .map(this::change)
                        .toList());
        return json;
    }

    private Map<String, Object> change(RevisionInfo revision) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("revision", revision.id());
        json.put("message", revision.message());
        json.put("parents", revision.parents());
        json.put("file", file(revision));
        json.put("remarks", revision.remarks());
        if (base.edited().contains(revision.id())) {
            json.put("edited", "The base has this revision with another text.");
        }
        List<Map<String, Object>> products = new ArrayList<>();
        for (Dialect product : products()) {
            products.add(product(revision, product));
        }
        json.put("products", products);
        try {
            StepPreparation preparation = new StepPreparation(history, dialect);
            List<Operation> down = operations(preparation.prepare(new Step(revision, Direction.DOWN)));
            List<Operation> up = operations(preparation.prepare(new Step(revision, Direction.UP)));
            json.put(
                    "loses",
                    LostDataVisitor.of(down, up).stream()
                            .map(lost -> lost.column() == null
                                    ? "table " + lost.table()
                                    : "column " + lost.table() + "." + lost.column())
                            .toList());
        } catch (RetortException e) {
            json.put("loses", List.of());
            json.put("irreversible", e.what());
        }
        return json;
    }

    private List<Dialect> products() {
        List<String> named = context.line().list("products");
        return named.isEmpty()
                ? List.of(dialect)
                : named.stream().map(Dialects::named).toList();
    }

    private Map<String, Object> product(RevisionInfo revision, Dialect product) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("product", product.productName());
        StepPreparation preparation = new StepPreparation(history, product);
        try {
            json.put("upgrade", operationsJson(preparation.prepare(new Step(revision, Direction.UP))));
        } catch (RetortException e) {
            json.put("missing", e.what());
            return json;
        }
        try {
            json.put("downgrade", operationsJson(preparation.prepare(new Step(revision, Direction.DOWN))));
        } catch (RetortException irreversible) {
            json.remove("downgrade");
        }
        return json;
    }

    private static List<Map<String, ?>> operationsJson(PreparedStep step) {
        List<Map<String, ?>> json = new ArrayList<>();
        step.operations().forEach(operation -> json.add(PlanCommand.json(operation)));
        return json;
    }

    private static List<Operation> operations(PreparedStep step) {
        return step.operations().stream().map(PreparedOperation::operation).toList();
    }

    private Map<String, Object> lint() {
        Set<String> judged = added.stream().map(RevisionInfo::id).collect(Collectors.toSet());
        if (judged.isEmpty()) {
            return missing("There is no new revision to judge.");
        }
        try {
            DatabaseSizes sizes = sizes();
            List<Finding> findings = baseHeads().stream()
                    .flatMap(since -> retort.lint("heads", since, sizes).stream())
                    .filter(finding -> judged.contains(finding.revision()))
                    .distinct()
                    .toList();
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("sizes", says(sizes));
            json.put("findings", findings.stream().map(LintCommand::json).toList());
            return json;
        } catch (RetortException e) {
            return missing("The revisions were not judged: " + e.what());
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
        String file = context.line().option("sizes").orElse(null);
        if (file != null) {
            return SizesFile.read(Path.of(file));
        }
        return status == null ? DatabaseSizes.unknown(dialect.name()) : retort.sizes();
    }

    private String says(DatabaseSizes sizes) {
        if (Dialects.named(sizes.product()).lintRules().rules().isEmpty()) {
            return "There are no lint rules for " + dialect.productName() + ".";
        }
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
            return missing("Entities were not compared: " + e.what());
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
            return missing("There is no plan: " + e.what());
        }
    }

    /** Without entities, the part of a name before the first underscore is the module. */
    private Map<QualifiedName, String> modules() {
        Map<QualifiedName, String> modules = new TreeMap<>();
        Map<QualifiedName, DeclaringClasses> classes = classes();
        for (Table table : schema.snapshot().tables()) {
            DeclaringClasses own = classes.get(table.name());
            String name = table.name().name();
            int end = name.indexOf('_');
            modules.put(
                    table.name(),
                    own != null && !own.own().isEmpty()
                            ? packageOf(own.own().iterator().next())
                            : table.name().schema() != null
                                    ? String.valueOf(table.name().schema())
                                    : end > 0 ? name.substring(0, end) : name);
        }
        return modules;
    }

    private static String packageOf(String type) {
        int dot = type.lastIndexOf('.');
        return dot < 0 ? "default package" : type.substring(0, dot);
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

    private List<Map<String, Object>> tables(Map<QualifiedName, String> modules) {
        Blame blame = new Blame(schema, dialect.identifiers());
        Map<String, Set<String>> referencing = new TreeMap<>();
        for (Table table : schema.snapshot().tables()) {
            table.constraintsOf(Constraint.ForeignKey.class)
                    .forEach(key -> referencing
                            .computeIfAbsent(key.referencedTable().toString(), name -> new TreeSet<>())
                            .add(table.name().toString()));
        }
        List<Map<String, Object>> tables = new ArrayList<>();
        for (Table table : schema.snapshot().tables()) {
            tables.add(table(table, blame, modules, referencing));
        }
        return tables;
    }

    private Map<String, Object> table(
            Table table, Blame blame, Map<QualifiedName, String> modules, Map<String, Set<String>> referencing) {
        List<Entry> entries = blame.entries(table);
        String name = table.name().toString();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", name);
        json.put("module", modules.get(table.name()));
        entries.stream()
                .filter(entry -> entry.object().kind() == SchemaObject.Kind.TABLE)
                .findFirst()
                .ifPresent(entry -> json.put("since", entry.origin().added()));
        json.put(
                "columns",
                entries.stream()
                        .filter(entry -> entry.object().kind() == SchemaObject.Kind.COLUMN)
                        .map(entry -> part("type", entry, entry.object().name()))
                        .toList());
        json.put(
                "parts",
                entries.stream()
                        .filter(entry -> entry.object().kind() == SchemaObject.Kind.CONSTRAINT
                                || entry.object().kind() == SchemaObject.Kind.INDEX)
                        .map(entry -> part("definition", entry, null))
                        .toList());
        json.put(
                "references",
                table.constraintsOf(Constraint.ForeignKey.class)
                        .map(key -> key.referencedTable().toString())
                        .distinct()
                        .sorted()
                        .toList());
        json.put("referencedBy", List.copyOf(referencing.getOrDefault(name, Set.of())));
        blame.unknown(name).ifPresent(unknown -> {
            Map<String, Object> undeclared = new LinkedHashMap<>();
            undeclared.put("revision", unknown.revision());
            undeclared.put("statement", unknown.statement());
            json.put("undeclared", undeclared);
        });
        json.put(
                "search",
                (name + " "
                                + table.columns().stream()
                                        .map(column -> column.name())
                                        .collect(Collectors.joining(" ")))
                        .toLowerCase(Locale.ROOT));
        return json;
    }

    private static Map<String, Object> part(String definition, Entry entry, @Nullable String name) {
        Map<String, Object> json = new LinkedHashMap<>();
        if (name != null) {
            json.put("name", name);
        }
        json.put(definition, entry.definition());
        json.put("since", entry.origin().added());
        json.put("changed", entry.origin().changed());
        return json;
    }

    private Map<String, Object> revision(RevisionInfo revision) {
        RevisionFlags flags = status == null
                ? new RevisionFlags(graph, Set.of())
                : RevisionFlags.of(graph, status.knownHeads(), status);
        Map<String, Object> json = new LinkedHashMap<>(flags.json(revision));
        json.put("file", file(revision));
        return json;
    }

    private String file(RevisionInfo revision) {
        String file = RevisionFiles.sourceOrLocation(context.application().getEnvironment(), revision.location());
        Path project = Path.of("").toAbsolutePath();
        Path path = Path.of(file);
        return (path.startsWith(project) ? project.relativize(path).toString() : file).replace('\\', '/');
    }
}
