package io.retort.boot.command;

import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;

/** Commands that report the state of an application in tool mode. */
final class ProbeCommands {

    private ProbeCommands() {}

    static Commands commands() {
        return new Commands(List.of(
                CommandDefinition.named("look").arguments(1).runs(ProbeCommands::look),
                CommandDefinition.named("connect").runs(ProbeCommands::connect),
                CommandDefinition.named("model").needsModel(line -> true).runs(ProbeCommands::model),
                CommandDefinition.named("refuse").runs(ProbeCommands::refuse)));
    }

    private static CommandOutcome look(ToolContext context) {
        ApplicationContext application = context.application();
        context.out().println("web server: " + (application instanceof WebServerApplicationContext));
        context.out().println("factories: " + application.containsBean("handmade"));
        context.out().println("word: " + context.line().wordOr("none"));
        System.out.println("not data");
        return new CommandOutcome(ExitStatus.DIFFERENCES, "looked");
    }

    private static CommandOutcome connect(ToolContext context) {
        try (var connection = context.application().getBean(DataSource.class).getConnection()) {
            context.out().println("connected: " + !connection.isClosed());
        } catch (java.sql.SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return CommandOutcome.ok();
    }

    private static CommandOutcome model(ToolContext context) {
        context.models()
                .values()
                .forEach(model -> model.metadata()
                        .collectTableMappings()
                        .forEach(table -> context.out()
                                .println(model.unit() + ": " + table.getName() + " " + table.getColumns())));
        return CommandOutcome.ok();
    }

    private static CommandOutcome refuse(ToolContext context) {
        throw new RetortException("It cannot be done.", "Do something else.", ExitStatus.NEEDS_ANSWER);
    }
}
