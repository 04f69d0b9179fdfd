package io.retort.boot.autoconfigure.unit;

import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The units of an application, in the order in which they are upgraded.
 *
 * @param all at least one
 */
public record RetortUnits(List<RetortUnit> all) {

    public RetortUnits {
        all = List.copyOf(all);
    }

    /** Whether a person must say which. */
    public boolean several() {
        return all.size() > 1;
    }

    /**
     * The unit of that name.
     *
     * @throws RetortException with {@link ExitStatus#USAGE} if there is none
     */
    public RetortUnit named(String name) {
        return all.stream()
                .filter(unit -> unit.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new RetortException(
                        "There is no unit \"" + name + "\" in this application.",
                        several()
                                ? "Its units are " + names() + "."
                                : "It has one, called " + names() + ", and needs no unit to be named.",
                        ExitStatus.USAGE));
    }

    /** What they are called, with commas. */
    public String names() {
        return all.stream().map(RetortUnit::name).collect(Collectors.joining(", "));
    }
}
