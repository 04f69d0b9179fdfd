package io.retort.boot.actuate;

import io.retort.boot.actuate.RetortEndpoint.Contexts;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The page for operators: an overview if there are several units, and a section for each. */
final class OperatorPage {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final HtmlWriter html = new HtmlWriter();
    private final List<Unit> units;

    private OperatorPage(List<Unit> units) {
        this.units = units;
    }

    /** A unit with the application context that contains it. */
    private record Unit(String context, String name, UnitDescription description, UnitState state) {}

    /**
     * Returns the page.
     *
     * @param contexts the response of the endpoint
     * @param now when it was read
     */
    static String of(Contexts contexts, Instant now) {
        List<Unit> units = new ArrayList<>();
        contexts.contexts()
                .forEach((context, found) -> found.units()
                        .forEach((name, unit) -> units.add(new Unit(context, name, unit, UnitState.of(unit)))));
        return new OperatorPage(units).page(now);
    }

    /** Writes a time for people and programs. */
    static void time(HtmlWriter html, Instant time) {
        html.element(
                "time",
                TIME.format(time),
                "datetime",
                time.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    private String page(Instant now) {
        head();
        html.open("header").heading(1, "Database revisions");
        html.open("p", "class", "soft")
                .text(contexts().isEmpty() ? "Read at " : "Application " + contexts() + ". Read at ");
        time(html, now);
        html.text(". ").element("a", "Reload", "href", "").close();
        html.close().open("main");
        if (units.size() != 1) {
            overview();
        }
        for (int i = 0; i < units.size(); i++) {
            Unit unit = units.get(i);
            html.open("section", "id", "unit-" + i, "aria-labelledby", "unit-" + i + "-name");
            html.openHeading(2, "id", "unit-" + i + "-name")
                    .text("Unit ")
                    .element("bdi", unit.name())
                    .close();
            new UnitSection(html, unit.description(), unit.state(), 3).write();
            html.close();
        }
        return "<!DOCTYPE html>\n" + html.end() + "\n";
    }

    private void head() {
        html.open("html", "lang", "en").open("head").empty("meta", "charset", "utf-8");
        html.empty("meta", "http-equiv", "Content-Security-Policy", "content", PageStyle.POLICY);
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.empty("meta", "name", "robots", "content", "noindex");
        // without an icon, a browser requests /favicon.ico
        html.empty("link", "rel", "icon", "href", "data:,");
        html.element("title", "Database revisions: " + worst()).style(PageStyle.CSS);
        html.close().open("body", "class", "retort");
    }

    private String worst() {
        Optional<UnitState> worst = units.stream().map(Unit::state).max(UnitState::compareTo);
        return worst.map(UnitState::label).orElse("no unit");
    }

    private String contexts() {
        return units.stream().map(Unit::context).distinct().collect(Collectors.joining(", "));
    }

    private void overview() {
        html.heading(2, "Units");
        if (units.isEmpty()) {
            html.element("p", "The application has no unit.");
            return;
        }
        PageTable.open(html, "Units", "Unit", "State", "Pending", "Application");
        for (int i = 0; i < units.size(); i++) {
            Unit unit = units.get(i);
            html.open("tr").open("th", "scope", "row").open("a", "href", "#unit-" + i);
            html.element("bdi", unit.name()).close().close();
            html.open("td", "class", "fix");
            PageTable.badge(html, unit.state().label(), unit.state().style());
            html.close();
            PageTable.cell(
                    html, "Pending", String.valueOf(unit.description().pending().size()));
            PageTable.cell(html, "Application", unit.context());
            html.close();
        }
        PageTable.close(html);
    }
}
