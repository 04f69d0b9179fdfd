package io.retort.boot.autoconfigure.properties;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Settings of new revision files: {@code retort.revision.*}. */
public class RevisionProperties {

    /**
     * Format of new revisions: java, sql, flyway or liquibase. By default, the location decides between java and sql. With
     * flyway or liquibase, that tool runs all migrations, and Retort runs nothing at the start.
     */
    private @Nullable String format;

    /**
     * Name of a new revision file, without its extension. Tokens: {rev}, {slug}, {epoch}, {year}, {month}, {day},
     * {hour}, {minute}, {second}.
     */
    private String filePattern = "{rev}_{slug}";

    /** Maximum number of characters of the message in a file name. */
    private int slugLength = 40;

    /** Number of hexadecimal digits of a generated revision id, from 4 to 32. */
    private int idLength = 12;

    /** Time zone of a revision's creation time and of the date and time tokens in its file name. */
    private ZoneId timeZone = ZoneOffset.UTC;

    /**
     * Commands to run on each new revision file. {file} is the path of the file; a command with {java-file} or
     * {sql-file} runs only on files of that format.
     */
    private List<String> hooks = new ArrayList<>();

    public @Nullable String getFormat() {
        return format;
    }

    public void setFormat(@Nullable String format) {
        this.format = format;
    }

    public String getFilePattern() {
        return filePattern;
    }

    public void setFilePattern(String filePattern) {
        this.filePattern = filePattern;
    }

    public int getSlugLength() {
        return slugLength;
    }

    public void setSlugLength(int slugLength) {
        this.slugLength = slugLength;
    }

    public int getIdLength() {
        return idLength;
    }

    public void setIdLength(int idLength) {
        this.idLength = idLength;
    }

    public ZoneId getTimeZone() {
        return timeZone;
    }

    public void setTimeZone(ZoneId timeZone) {
        this.timeZone = timeZone;
    }

    public List<String> getHooks() {
        return hooks;
    }

    public void setHooks(List<String> hooks) {
        this.hooks = hooks;
    }
}
