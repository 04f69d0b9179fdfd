package io.retort.boot.autoconfigure;

import io.retort.BackfillState;
import io.retort.Retort;
import io.retort.error.AdviceStyle;
import io.retort.internal.log.PrintableLog;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** What one database has to do when the application is ready. */
final class LaterWork implements StartupModeRunner.Later {

    private static final PrintableLog LOG = PrintableLog.of(UnitStartup.class);

    private final BackgroundUpgrade background;
    private final AdviceStyle style;
    private final String who;
    private final Retort retort;
    private final Function<String, StartupModeRunner.Done> upgrade;
    private final AtomicBoolean fills = new AtomicBoolean();

    /**
     * @param background receives the work
     * @param style renders what to do if it fails
     * @param who the prefix of each line in the log
     * @param retort the database, with the loaded history
     * @param upgrade upgrades to a target
     */
    LaterWork(
            BackgroundUpgrade background,
            AdviceStyle style,
            String who,
            Retort retort,
            Function<String, StartupModeRunner.Done> upgrade) {
        this.background = background;
        this.style = style;
        this.who = who;
        this.retort = retort;
        this.upgrade = upgrade;
    }

    @Override
    public void upgrade(String target) {
        background.add(
                style, () -> LOG.info("{}: {}", who, upgrade.apply(target).sentence()));
    }

    @Override
    public void backfill() {
        if (fills.compareAndSet(false, true)) {
            background.fill(style, this::fill);
        }
    }

    private boolean fill(BooleanSupplier stops) {
        List<BackfillState> left = retort.backfill(stops);
        if (left.stream().noneMatch(BackfillState::isAfterStart)) {
            LOG.info("{}: the backfills after the start are complete", who);
            return true;
        }
        left.forEach(state -> LOG.debug("{}: {}", who, state.describe()));
        return false;
    }
}
