package io.retort.diff.author;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The migrations of another tool in a project, to which a new one is added. */
public interface ToolFiles {

    /** How a tool runs its files in transactions. */
    enum Transactions {
        /** Each file has its own transaction or none. */
        OWN_OR_NONE,
        /** Each file has its own transaction. A statement that cannot run in one can wait forever. */
        OWN,
        /** All files of a run share a transaction. */
        SHARED
    }

    /** Returns the name of the tool for people. */
    String title();

    /** Returns how the tool runs its files in transactions. */
    default Transactions transactions() {
        return Transactions.OWN_OR_NONE;
    }

    /**
     * Writes the files of a new migration. No existing file is overwritten; at most, an entry is added to a file that
     * lists the migrations.
     *
     * @param migration the migration
     * @return what was written
     * @throws io.retort.error.RetortException if a file of the tool cannot contain a statement, or cannot be written
     */
    Written write(ToolMigration migration);

    /**
     * Returns the files that Retort wrote for the tool and that the tool does not run, because no changelog includes them
     * or their names are not those of scripts.
     *
     * @return a sentence for each file, with what to do
     */
    List<String> unused();

    /**
     * What was written.
     *
     * @param files the new and changed files, as paths relative to the project folder where possible
     * @param remarks what the user has to know, one sentence or more each
     * @param todo what the user has to do before the tool can run the files, as a sentence without its period; null if
     *     nothing
     */
    record Written(
            List<Path> files,
            List<String> remarks,
            @Nullable String todo) {

        /**
         * Creates the result of files that the tool can run as they are.
         *
         * @param files the new and changed files
         * @param remarks what the user has to know
         */
        public Written(List<Path> files, List<String> remarks) {
            this(files, remarks, null);
        }

        /** Copies the lists. */
        public Written {
            files = List.copyOf(files);
            remarks = List.copyOf(remarks);
        }
    }
}
