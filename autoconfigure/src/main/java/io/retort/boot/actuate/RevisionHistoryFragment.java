package io.retort.boot.actuate;

import io.retort.boot.autoconfigure.RetortUnit;
import io.retort.boot.autoconfigure.RetortUnits;

/**
 * The status, the revision graph and the history of the databases as a part of a page of the application. It has the same
 * contents and the same look as the page for operators, see {@link RetortEndpointWebExtension}.
 *
 * <p>It needs no script, and no endpoint has to be exposed: the application decides who sees its page. All texts are
 * escaped, so the application writes the fragment into its page as it is.
 *
 * <pre>{@code
 * @GetMapping("/revisions")
 * String page(Model model) {
 *     model.addAttribute("history", new RevisionHistoryFragment(units).html());
 *     return "revisions"; // contains <div th:utext="${history}"></div>
 * }
 *
 * @GetMapping(value = "/revisions.css", produces = "text/css")
 * @ResponseBody
 * String style() {
 *     return RevisionHistoryFragment.style();
 * }
 * }</pre>
 *
 * <p>Thread-safe; each call reads the databases again.
 */
public final class RevisionHistoryFragment {

    private static final int BELOW_TITLE = 2;

    private final RetortUnits units;

    /**
     * Creates a fragment about all units of an application context.
     *
     * @param units the bean of the application context; never null
     */
    public RevisionHistoryFragment(RetortUnits units) {
        this.units = units;
    }

    /**
     * Reads the databases. A database that cannot be read is described by its problem. Headings begin at level 2.
     *
     * @return an element {@code div} with the class {@code retort}; never null
     */
    public String html() {
        HtmlWriter html = new HtmlWriter().open("div", "class", "retort");
        boolean single = units.all().size() == 1;
        for (RetortUnit unit : units.all()) {
            UnitDescription description = UnitDescription.withLock(unit);
            if (!single) {
                html.openHeading(BELOW_TITLE)
                        .text("Unit ")
                        .element("bdi", unit.name())
                        .close();
            }
            new UnitSection(html, description, UnitState.of(description), single ? BELOW_TITLE : BELOW_TITLE + 1)
                    .write();
        }
        return html.end();
    }

    /**
     * Returns the style sheet of the fragment. Its rules apply inside elements with the class {@code retort} only. The custom
     * properties {@code --back}, {@code --text}, {@code --soft}, {@code --line}, {@code --panel}, {@code --link},
     * {@code --good}, {@code --warn} and {@code --bad} are colours for a light page; a rule for {@code .retort} in the
     * application's style sheet gives them other values.
     *
     * @return the text of a CSS file; never null
     */
    public static String style() {
        return PageStyle.EMBEDDED;
    }
}
