package io.retort.boot.autoconfigure;

import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The units of an application, in the order in which they are upgraded. With several units, inject this bean instead of
 * {@link io.retort.Retort}:
 *
 * <pre>{@code
 * units.named("billing").retort().status();
 * }</pre>
 */
public final class RetortUnits {

    private final List<RetortUnit> all;

    /**
     * Creates the units of an application.
     *
     * @param all the units; at least one
     */
    public RetortUnits(List<RetortUnit> all) {
        this.all = List.copyOf(all);
    }

    /** Returns the units. */
    public List<RetortUnit> all() {
        return all;
    }

    /** Returns whether there is more than one unit. */
    public boolean several() {
        return all.size() > 1;
    }

    /**
     * Returns the unit with the given name.
     *
     * @param name the name, as in {@code retort.units.<name>}; never null
     * @throws RetortException with {@link ExitStatus#USAGE} if there is no such unit
     */
    public RetortUnit named(String name) {
        return all.stream()
                .filter(unit -> unit.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new RetortException(
                        "There is no unit \"" + name + "\" in this application.",
                        several()
                                ? "Its units are " + names() + "."
                                : "Its only unit is " + names() + ". Leave out the unit.",
                        ExitStatus.USAGE));
    }

    /** Returns the names, separated by commas. */
    public String names() {
        return all.stream().map(RetortUnit::name).collect(Collectors.joining(", "));
    }
}
