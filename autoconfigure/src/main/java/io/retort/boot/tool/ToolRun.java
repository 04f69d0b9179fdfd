package io.retort.boot.tool;

import io.retort.boot.tool.command.CommandLine;
import io.retort.boot.tool.command.Outcome;
import io.retort.boot.tool.command.ToolContext;
import io.retort.diff.model.CapturedMetadata;
import io.retort.revision.InvalidHistoryException;
import io.retort.revision.RevisionException;
import io.retort.run.advice.HeadsAdvice;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ConfigurableApplicationContext;

/** One command from the loaded, not yet refreshed application to its outcome. */
final class ToolRun {

    private final CommandLine line;
    private final Commands.Command command;
    private final PrintStream out;
    private final PrintStream talk;

    ToolRun(CommandLine line, Commands.Command command, PrintStream out, PrintStream talk) {
        this.line = line;
        this.command = command;
        this.out = out;
        this.talk = talk;
    }

    Outcome run(ConfigurableApplicationContext application) {
        try (application) {
            Supplier<List<CapturedMetadata>> models = prepare(application);
            application.refresh();
            return run(new ToolContext(line, application, models.get(), out, talk));
        } catch (Throwable failure) {
            return new FailureReport(talk).report(failure, application);
        }
    }

    private Outcome run(ToolContext context) {
        try {
            context.retort().graph().warnings().forEach(oddity -> talk.println("Warning: " + oddity.describe()));
            return command.handler().run(context);
        } catch (InvalidHistoryException failure) {
            throw failure;
        } catch (RevisionException failure) {
            throw new HeadsAdvice(context.retort().history()).added(failure).typedAs(command.target());
        }
    }

    private Supplier<List<CapturedMetadata>> prepare(ConfigurableApplicationContext application) {
        ConfigurableListableBeanFactory beans = application.getBeanFactory();
        boolean withModel = command.needsModel().test(line);
        beans.registerSingleton("retortQuietBeans", new QuietBeans(application.getEnvironment(), withModel));
        if (!withModel) {
            return List::of;
        }
        DevelopmentTools.require(line.command(), beans.getBeanClassLoader());
        EntityModels models = new EntityModels();
        beans.addBeanPostProcessor(models);
        return () -> models.of(beans);
    }
}
