package io.retort.boot.autoconfigure;

import io.retort.Retort;
import io.retort.RunReport;
import io.retort.SwitchPlan;
import io.retort.SwitchPlan.LostRows;
import io.retort.error.Advice;
import io.retort.error.RetortException;
import io.retort.internal.database.DatabaseAheadException;
import io.retort.internal.log.PrintableLog;
import io.retort.internal.text.HumanDuration;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.util.ClassUtils;

/** {@code retort.ahead=switch}: a start in development that reverts what the application does not know. */
final class SwitchAtStart {

    private static final PrintableLog LOG = PrintableLog.of(SwitchAtStart.class);

    private static final String DEV_TOOLS = "org.springframework.boot.devtools.restart.Restarter";

    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Retort retort;
    private final UnitSettings settings;
    private final Supplier<DataSource> dataSource;

    SwitchAtStart(Retort retort, UnitSettings settings, Supplier<DataSource> dataSource) {
        this.retort = retort;
        this.settings = settings;
        this.dataSource = dataSource;
    }

    StartupModeRunner.Done run(DatabaseAheadException ahead) {
        if (!settings.common().isSwitchAnywhere()) {
            requireDevelopment(ahead);
        }
        SwitchPlan plan = retort.planSwitch(row -> Optional.empty());
        if (!plan.losses().isEmpty()) {
            String lost = plan.losses().stream().map(LostRows::describe).collect(Collectors.joining("; "));
            LOG.warn(
                    "Retort: {}: retort.ahead=switch reverts revisions and deletes their data: {}",
                    plan.database(),
                    lost);
        }
        RunReport report = retort.runSwitch(plan, row -> Optional.empty());
        long reverted = plan.steps().stream().filter(step -> !step.isUpgrade()).count();
        int steps = report.steps().size();
        String sentence = report.database() + ": switched to the history of this application, " + reverted
                + " reverted, " + (steps - reverted) + " applied or recorded again, in "
                + HumanDuration.of(report.duration());
        return new StartupModeRunner.Done(report.database(), sentence, steps, List.of());
    }

    private void requireDevelopment(DatabaseAheadException ahead) {
        boolean devTools = ClassUtils.isPresent(DEV_TOOLS, getClass().getClassLoader());
        if (devTools && isLocal(url())) {
            return;
        }
        throw new RetortException(
                ahead.what() + System.lineSeparator()
                        + "The setting ahead=switch reverts revisions only in development, and "
                        + (devTools
                                ? "the database is not on this machine."
                                : "Spring Boot DevTools is not on the class path."),
                Advice.of(
                        "Revert them with ",
                        Advice.command("switch"),
                        ". If this application can revert revisions of this database whenever it starts, set ",
                        Advice.setting("switch-anywhere", "true"),
                        "."));
    }

    private String url() {
        try (Connection connection = dataSource.get().getConnection()) {
            return String.valueOf(connection.getMetaData().getURL());
        } catch (SQLException e) {
            return "//unknown";
        }
    }

    /** A URL without a host is that of a database in this process, unless it has a login. */
    static boolean isLocal(String url) {
        int hosts = url.indexOf("//");
        if (hosts < 0) {
            return !url.contains("@");
        }
        String authority = url.substring(hosts + 2).split("[/?;]", 2)[0];
        return Arrays.stream(authority.split(","))
                .map(host -> host.substring(host.lastIndexOf('@') + 1).replaceFirst(":\\d+$", ""))
                .allMatch(LOCAL::contains);
    }
}
