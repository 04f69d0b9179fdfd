package io.retort.diff.author.tool;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Liquibase's settings.
 *
 * @param root the folder of the resources, to which the paths in changelogs are relative
 * @param changelog the changelog that Liquibase runs, in that folder
 * @param author the author of new changesets if the existing ones have several authors, or if there are none
 * @param fixedAuthor whether new changesets have this author in any case
 * @param encoding the encoding of the changelogs
 */
public record LiquibaseSettings(Path root, Path changelog, String author, boolean fixedAuthor, Charset encoding) {

    /** The changelog that Spring Boot runs by default. */
    public static final String CHANGELOG = "db/changelog/db.changelog-master.yaml";

    /**
     * Returns the defaults.
     *
     * @param root the folder of the resources
     * @param changelog the path of the changelog in it
     * @param author the author of new changesets
     */
    public static LiquibaseSettings of(Path root, String changelog, String author) {
        return new LiquibaseSettings(root, root.resolve(changelog), author, false, StandardCharsets.UTF_8);
    }
}
