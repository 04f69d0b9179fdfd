package io.retort.boot.command;

/** {@code adopt}: writes a base revision that describes the connected database. */
final class AdoptCommand implements ToolCommand {

    @Override
    public CommandOutcome run(ToolContext context) {
        return new AdoptCommandHandler(context).run();
    }
}
