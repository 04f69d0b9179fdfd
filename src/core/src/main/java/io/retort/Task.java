package io.retort;

import io.retort.revision.plan.Plan;
import io.retort.run.database.Session;
import io.retort.run.prepare.PreparedStep;
import java.util.List;
import java.util.function.Supplier;

/**
 * What is to be done on a database.
 *
 * @param plan from where to where
 * @param isDone whether there is nothing to do
 * @param steps loads the migrations and lets them say what they do; asked only when the steps run
 */
record Task(Plan plan, boolean isDone, Supplier<List<PreparedStep>> steps) {

    /** Finds out what is to be done; asked again when the database may have changed. */
    interface Finding {
        Task in(Session session);
    }
}
