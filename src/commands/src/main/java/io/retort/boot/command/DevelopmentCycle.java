package io.retort.boot.command;

import io.retort.Retort;
import io.retort.boot.autoconfigure.RetortUnit;
import io.retort.boot.internal.scan.BeanMigrations;
import io.retort.boot.internal.scan.ScannedRevisions;
import io.retort.diff.author.CheckResult;
import io.retort.diff.author.RevisionMessage;
import io.retort.diff.author.RevisionResult;
import io.retort.diff.question.UnansweredException;
import io.retort.error.Advice;
import io.retort.error.RetortException;
import io.retort.revision.Direction;
import io.retort.revision.RevisionInfo;
import io.retort.run.EditedRevision;
import io.retort.source.RevisionSource;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.util.ClassUtils;

/**
 * What a developer does after each change of an entity, in one process: applies pending revisions, writes the next one,
 * shows its statements, applies it and compares again.
 */
final class DevelopmentCycle {

    private static final int STATEMENT = 6;
    private static final MigrateCommand UPGRADE = new MigrateCommand(Direction.UP);

    private final ToolContext context;
    private final RevisionFiles files;

    /**
     * @param context the command's context
     * @param files the folders of the application
     */
    DevelopmentCycle(ToolContext context, RevisionFiles files) {
        this.context = context;
        this.files = files;
    }

    CommandOutcome run() {
        requireOneHead();
        Map<String, Object> json = new LinkedHashMap<>();
        if (!context.retort().status().pending().isEmpty()) {
            json.put("pending", ReportJson.of(UPGRADE.apply(context, "head")));
        }
        List<EditedRevision> edited = context.retort().edits();
        if (!edited.isEmpty()) {
            json.put("edited", RepairCommand.json(edited));
            EditedRevisions.lines(edited, context).forEach(this::print);
            print("A difference that is reported as changed by hand can come from this edit.");
        }
        AuthoringFactory authoring = new AuthoringFactory(context);
        OutputLocation site = authoring.site();
        RevisionCommandHandler handler = new RevisionCommandHandler(context);
        RevisionResult result;
        try (ShownWork work = ShownWork.asking(context, "Comparing")) {
            result = authoring
                    .reporting(work::inStage)
                    .authoring(site.tree(), new AnswersFactory(context).answers())
                    .revision(handler.request(site), RevisionMessage::of);
        } catch (UnansweredException open) {
            return handler.unanswered(open);
        }
        json.put("revision", result.json());
        result.changes(context.style()).forEach(this::print);
        Path file = result.file();
        CommandOutcome outcome = file == null ? new CommandOutcome(result.status(), "") : apply(file, json);
        if (context.line().has("json")) {
            context.json(json);
        }
        return outcome;
    }

    private void requireOneHead() {
        List<RevisionInfo> heads = context.retort().graph().heads();
        if (heads.size() > 1) {
            throw new RetortException(
                    "The history has " + heads.size() + " heads: "
                            + String.join(
                                    ", ",
                                    heads.stream().map(RevisionInfo::describe).toList())
                            + ". Nothing was run.",
                    Advice.of(
                            "Merge them with ",
                            Advice.command("merge", Advice.quoted("message", "...")),
                            ", then run this again."));
        }
    }

    private CommandOutcome apply(Path file, Map<String, Object> json) {
        files.compiler().add(file, applicationClass());
        ToolContext now = withNewRevision();
        new PlanCommand(Direction.UP)
                .statements(now, "head")
                .forEach(sql -> print((sql + ";").indent(STATEMENT).stripTrailing()));
        json.put("upgrade", ReportJson.of(UPGRADE.apply(now, "head")));
        CheckResult checked = CheckCommand.compared(new AuthoringFactory(now), now);
        json.put("check", checked.json());
        checked.describe(context.style()).forEach(this::print);
        WatchedRun.current().ifPresent(run -> run.compared(checked.changes(context.style()), false));
        if (checked.outcome() == CheckResult.Outcome.AGREE) {
            context.say(Advice.of(
                    "Next: commit " + file.toString().replace(File.separatorChar, '/') + ", or undo this with ",
                    Advice.command("dev", Advice.option("undo")),
                    "."));
        }
        return new CommandOutcome(checked.outcome().status(), checked.outcome().summary());
    }

    private void print(String line) {
        if (!context.line().has("json")) {
            context.out().println(line);
        }
    }

    /** The running application has read its revisions once, because they usually do not change. */
    private ToolContext withNewRevision() {
        RetortUnit unit = context.unit();
        ConfigurableApplicationContext application = context.application();
        ScannedRevisions revisions = new ScannedRevisions(
                unit.settings().locations(),
                unit.settings().placeholders(),
                new DefaultResourceLoader(application.getClassLoader()),
                new BeanMigrations(application.getAutowireCapableBeanFactory()));
        List<RevisionSource> sources = new ArrayList<>(List.of(revisions));
        if (unit.settings().own() == null) {
            application
                    .getBeanProvider(RevisionSource.class)
                    .orderedStream()
                    .filter(source -> !(source instanceof ScannedRevisions))
                    .forEach(sources::add);
        }
        Retort retort = unit.retort().at(unit.database().dataSource()).withSources(sources);
        return context.on(new RetortUnit(unit.settings(), retort, unit.database()));
    }

    /** The class with the main annotation is one of the application's own. */
    private Class<?> applicationClass() {
        return Arrays.stream(context.application().getBeanNamesForAnnotation(SpringBootConfiguration.class))
                .findFirst()
                .<Class<?>>map(context.application()::getType)
                .<Class<?>>map(ClassUtils::getUserClass)
                .orElse(DevelopmentCycle.class);
    }
}
