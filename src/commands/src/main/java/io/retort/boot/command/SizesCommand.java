package io.retort.boot.command;

import io.retort.lint.DatabaseSizes;
import org.jspecify.annotations.Nullable;

/** {@code sizes}: lists the approximate sizes of the tables, which {@code lint} can read elsewhere. */
final class SizesCommand implements ToolCommand {

    @Override
    public CommandOutcome run(ToolContext context) {
        DatabaseSizes sizes = context.retort().sizes();
        if (context.line().has("json") || context.line().option("output").isPresent()) {
            context.json(SizesFile.json(sizes));
            return CommandOutcome.ok();
        }
        for (DatabaseSizes.Entry entry : sizes.tables()) {
            context.out()
                    .println(
                            entry.name() + "  " + number(entry.rows(), "rows") + "  " + number(entry.bytes(), "bytes"));
        }
        context.say(CommandFormats.count(sizes.tables().size(), "table") + " in " + sizes.product() + " "
                + sizes.version() + ".");
        return CommandOutcome.ok();
    }

    private static String number(@Nullable Long number, String unit) {
        return (number == null ? "unknown" : String.valueOf(number)) + " " + unit;
    }
}
