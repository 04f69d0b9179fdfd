package io.retort.boot.autoconfigure.unit;

import io.retort.error.RetortException;

/**
 * Rewrites messages written for a single unit so that they fit one of several: commands name the unit, and properties
 * have the unit's prefix.
 *
 * @param settings the settings of one of several units
 */
public record UnitWords(UnitSettings settings) {

    /** Returns the text with this unit's commands and properties. */
    public String in(String text) {
        return text.replaceAll("(mvn migrate:[a-z]++)(?! -Dunit)", "$1 -Dunit=" + settings.name())
                .replaceAll("(RETORT_COMMAND=\"[^\"]+)\"", "$1 --unit=" + settings.name() + "\"")
                .replaceAll(
                        "\\bretort\\.(url|user|password|locations|mode|target|table|schema)\\b",
                        settings.property("") + "$1")
                .replace(
                        "spring.datasource.url, username and password fit it",
                        "the URL, user and password of " + dataSource() + " fit it")
                .replace(
                        "spring.datasource.username and spring.datasource.password",
                        "the user and the password of " + dataSource())
                .replace("spring.datasource.url", "the URL of " + dataSource());
    }

    /** Returns the failure with a rewritten message that contains the unit's name. */
    public RetortException of(RetortException failure) {
        return new UnitFailedException(settings.name(), this, failure);
    }

    private String dataSource() {
        String name = settings.own() == null ? null : settings.own().getDataSource();
        return name == null ? "the unit's database" : "the data source " + name;
    }
}
