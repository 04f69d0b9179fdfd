package io.retort.boot.actuate;

/** Tables of the page: with headers on a wide screen, and with a label before each value on a narrow one. */
final class PageTable {

    private PageTable() {}

    /** Opens a table with a name for screen readers. */
    static void open(HtmlWriter html, String name, String... columns) {
        html.open("table", "aria-label", name).open("thead").open("tr");
        for (String column : columns) {
            html.element("th", column, "scope", "col");
        }
        html.close().close().open("tbody");
    }

    static void close(HtmlWriter html) {
        html.close().close();
    }

    /** Writes a cell; an empty one has no label. */
    static void cell(HtmlWriter html, String label, String text) {
        openCell(html, label);
        html.element("bdi", text).close();
    }

    static void openCell(HtmlWriter html, String label) {
        html.open("td", "data-label", label);
    }

    /** Writes a short word with a colour, which repeats what the word says. */
    static void badge(HtmlWriter html, String word, String style) {
        html.element("span", word, "class", "badge " + style);
    }
}
