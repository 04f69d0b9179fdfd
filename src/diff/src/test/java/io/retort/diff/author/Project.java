package io.retort.diff.author;

import static org.assertj.core.api.Assertions.fail;

import io.retort.Retort;
import io.retort.internal.dialect.Dialects;
import io.retort.internal.history.SqlRevisions;
import io.retort.operation.Operation;
import io.retort.source.RevisionCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;

/** A user's project: its revisions, a database, and the result of a comparison. */
final class Project {

    private final Path folder;
    private final JdbcDataSource database = new JdbcDataSource();
    private final List<RevisionCode> revisions = new ArrayList<>();
    private EntitySources sources = EntitySources.UNKNOWN;
    private Difference difference;

    Project(Path folder) {
        this.folder = folder;
        database.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    }

    Authoring authoring() {
        return authoring(Conventions.STANDARD);
    }

    Authoring authoring(Conventions conventions) {
        SourceTree tree = SourceTree.of(folder).following(conventions);
        return new Authoring(
                retort(),
                tree,
                () -> Dialects.named("h2"),
                () -> {
                    if (difference == null) {
                        fail("nothing should have been compared");
                    }
                    return difference;
                },
                sources);
    }

    /** Says what is known about the sources of the entities. */
    void changed(EntitySources.Changes changes) {
        sources = revision -> changes;
    }

    /** Adds a revision; its parents are separated by commas. */
    Project has(String id, String parents, String message) {
        revisions.add(SqlRevisions.parse(
                "-- revision: " + id + "\n-- parent: " + parents + "\n-- message: " + message
                        + "\n-- upgrade\n-- downgrade\n",
                "db/revisions/" + id + ".sql",
                Map.of()));
        return this;
    }

    /** Adds the revision that was written, parsed from its file. */
    Project rereads(RevisionResult result) throws Exception {
        String text = Files.readString(folder.resolve(result.file()));
        revisions.add(SqlRevisions.parse(text, result.file().toString(), Map.of()));
        return this;
    }

    Project upgraded() {
        retort().upgrade("heads");
        return this;
    }

    void differsIn(List<Operation> operations) {
        differsIn(new Difference(operations, List.of(), List.of(), true));
    }

    void differsIn(Difference found) {
        difference = found;
    }

    Retort retort() {
        return Retort.on(database, List.of(() -> revisions));
    }
}
