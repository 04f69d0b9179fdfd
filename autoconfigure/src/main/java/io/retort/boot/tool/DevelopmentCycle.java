package io.retort.boot.tool;

import io.retort.Retort;
import io.retort.boot.autoconfigure.RetortUnit;
import io.retort.boot.autoconfigure.scan.BeanMigrations;
import io.retort.boot.autoconfigure.scan.ScannedRevisions;
import io.retort.diff.author.Authoring;
import io.retort.diff.author.RevisionMessage;
import io.retort.diff.author.RevisionResult;
import io.retort.error.Advice;
import io.retort.error.ExitStatus;
import io.retort.internal.history.History;
import io.retort.revision.Direction;
import io.retort.source.RevisionSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.util.ClassUtils;

/**
 * What a developer does after each change of an entity, in one process: applies pending revisions, writes the next one,
 * shows its statements, applies it and compares again.
 *
 * @param context the command's context
 * @param files the folders of the application
 */
record DevelopmentCycle(ToolContext context, RevisionFiles files) {

    private static final int STATEMENT = 6;

    private static final MigrateCommand UPGRADE = new MigrateCommand(Direction.UP);

    CommandOutcome run() {
        if (!context.retort().status().pending().isEmpty()) {
            UPGRADE.apply(context, "head");
        }
        RevisionResult result = write();
        if (!result.written()) {
            return new CommandOutcome(result.status(), "");
        }
        files.compiler().add(Objects.requireNonNull(result.file()), applicationClass());
        ToolContext now = withNewRevision();
        new PlanCommand(Direction.UP)
                .statements(now, "head")
                .forEach(sql -> context.out().print((sql + ";").indent(STATEMENT)));
        UPGRADE.apply(now, "head");
        CommandOutcome checked = new CheckCommand().run(now);
        if (checked.status() == ExitStatus.OK) {
            context.say(Advice.of(
                    "Next: commit ",
                    result.file().toString().replace('\\', '/'),
                    ", or undo this with ",
                    Advice.command("dev", Advice.option("undo")),
                    "."));
        }
        return checked;
    }

    private RevisionResult write() {
        AuthoringFactory workshop = new AuthoringFactory(context);
        OutputLocation site = workshop.site();
        Authoring authoring = workshop.authoring(site.tree(), new AnswersFactory(context).answers());
        RevisionResult result =
                authoring.revision(new RevisionCommandHandler(context).request(site), RevisionMessage::of);
        result.changes(context.style()).forEach(context.out()::println);
        return result;
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
            application.getBeanProvider(RevisionSource.class).orderedStream()
                    .filter(source -> !(source instanceof ScannedRevisions))
                    .forEach(sources::add);
        }
        Retort retort = unit.retort().at(unit.database().dataSource(), History.of(sources));
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
