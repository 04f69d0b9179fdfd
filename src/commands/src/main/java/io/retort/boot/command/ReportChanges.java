package io.retort.boot.command;

import io.retort.dialect.Dialect;
import io.retort.error.RetortException;
import io.retort.internal.dialect.Dialects;
import io.retort.internal.history.History;
import io.retort.internal.prepare.LossVisitor;
import io.retort.internal.prepare.StepPreparation;
import io.retort.internal.state.HistorySchema;
import io.retort.operation.Operation;
import io.retort.revision.Direction;
import io.retort.revision.Plan.Step;
import io.retort.revision.RevisionGraph;
import io.retort.revision.RevisionInfo;
import io.retort.run.PreparedStep;
import io.retort.run.PreparedStep.PreparedOperation;
import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The section of a report about the revisions that the base does not have or has with another text.
 */
final class ReportChanges {

    private static final int NAMED = 5;

    private final ToolContext context;
    private final History history;
    private final RevisionGraph graph;
    private final Dialect dialect;
    private final ReportBase base;
    private final HistorySchema schema;
    private final ReportLosses losses;

    /**
     * @param context the command's context
     * @param history the history
     * @param graph its graph
     * @param dialect the product, unless the command line names products
     * @param base the base
     * @param schema the schema that the history produces
     */
    ReportChanges(
            ToolContext context,
            History history,
            RevisionGraph graph,
            Dialect dialect,
            ReportBase base,
            HistorySchema schema) {
        this.schema = schema;
        this.losses = new ReportLosses(schema, dialect.identifiers());
        this.context = context;
        this.history = history;
        this.graph = graph;
        this.dialect = dialect;
        this.base = base;
    }

    /**
     * Returns the section; it says why if there are no changes.
     */
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        Set<String> shown = new LinkedHashSet<>(base.added());
        shown.addAll(base.edited());
        if (base.missing() != null) {
            json.put("missing", base.missing());
        } else if (shown.isEmpty()) {
            json.put("missing", "This branch changes no revision.");
        }
        json.put("notes", notes());
        json.put(
                "revisions",
                graph.all().stream()
                        .filter(revision -> shown.contains(revision.id()))
                        .map(this::change)
                        .toList());
        return json;
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        base.absent()
                .forEach(
                        file -> notes.add("Only the base has the file " + file + ". Merge the base into this branch."));
        base.deleted()
                .forEach(file -> notes.add("This branch deletes the file " + file
                        + ", which the base has. A database that has applied its revision is then ahead of the code."));
        if (!base.elsewhere().isEmpty()) {
            notes.add("Not compared, because this repository does not contain the file: "
                    + CommandFormats.count(base.elsewhere().size(), "revision") + " ("
                    + base.elsewhere().stream().limit(NAMED).collect(Collectors.joining(", "))
                    + (base.elsewhere().size() > NAMED ? ", ..." : "") + ").");
        }
        schema.unknown().entrySet().stream()
                .map(object -> "Pictures and tables lack " + object.getKey() + ": SQL in revision "
                        + object.getValue().revision() + " does not declare what it does to it.")
                .sorted()
                .forEach(notes::add);
        return notes;
    }

    private Map<String, Object> change(RevisionInfo revision) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("revision", revision.id());
        json.put("message", revision.message());
        json.put("parents", revision.parents());
        json.put("file", file(revision, context));
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
            json.put("lost", losses.json(LossVisitor.of(down, up, dialect).lost()));
        } catch (RetortException e) {
            json.put("lost", List.of());
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

    /** Returns the file of a revision, relative to the project where possible. */
    static String file(RevisionInfo revision, ToolContext context) {
        return RevisionFiles.sourceOrLocation(context.application().getEnvironment(), revision.location())
                .replace(File.separatorChar, '/');
    }
}
