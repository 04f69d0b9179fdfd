package io.retort.boot.actuate;

import io.retort.internal.text.MarkupText;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes HTML. Escapes each text and each value of an attribute, and closes what was opened. Not thread-safe. */
final class HtmlWriter {

    private final StringBuilder html = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * Opens an element.
     *
     * @param tag its name
     * @param attributes names and values in turn
     */
    HtmlWriter open(String tag, String... attributes) {
        begin(tag, attributes);
        html.append('>');
        open.push(tag);
        return this;
    }

    /** Writes an element without content, such as {@code meta} and the shapes of SVG. */
    HtmlWriter empty(String tag, String... attributes) {
        begin(tag, attributes);
        html.append("/>");
        return this;
    }

    /** Opens a heading of a level from 1 to 6. */
    HtmlWriter openHeading(int level, String... attributes) {
        return open("h" + level, attributes);
    }

    HtmlWriter heading(int level, String text, String... attributes) {
        return element("h" + level, text, attributes);
    }

    /** Writes an element that contains text. */
    HtmlWriter element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    HtmlWriter text(String text) {
        html.append(MarkupText.escaped(text));
        return this;
    }

    /** Writes the style sheet as it is. */
    HtmlWriter style(String css) {
        html.append("<style>").append(css).append("</style>");
        return this;
    }

    /** Closes the element that was opened last. */
    HtmlWriter close() {
        html.append("</").append(open.pop()).append('>');
        return this;
    }

    /** Closes all elements and returns the page. */
    String end() {
        while (!open.isEmpty()) {
            close();
        }
        return html.toString();
    }

    private void begin(String tag, String... attributes) {
        html.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            html.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(MarkupText.escaped(attributes[i + 1]))
                    .append('"');
        }
    }
}
