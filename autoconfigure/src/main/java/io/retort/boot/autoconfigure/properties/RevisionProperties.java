package io.retort.boot.autoconfigure.properties;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** How new revision files are written. */
public class RevisionProperties {

    /** Name of a new file without its ending. Tokens: {rev}, {slug}, {epoch}, {year}, {month}, {day}, {hour}, {minute}, {second}. */
    private String filePattern = "{rev}_{slug}";

    /** How many characters of the message a file's name keeps. */
    private int slugLength = 40;

    /** How many digits a random revision id has. */
    private int idLength = 12;

    /** Zone of the time at which a revision is said to be created, and of the times in its file's name. */
    private ZoneId timeZone = ZoneOffset.UTC;

    /** Commands that run on each new file: {file} is its path; one with {java-file} or {sql-file} runs on such files only. */
    private List<String> hooks = new ArrayList<>();

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
