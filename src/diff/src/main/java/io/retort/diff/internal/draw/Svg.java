package io.retort.diff.internal.draw;

import io.retort.diff.internal.draw.Placement.Route;
import io.retort.internal.text.MarkupText;
import java.util.Set;
import java.util.TreeSet;

/** Builds the text of a picture. Not thread-safe. */
final class Svg {

    /**
     * The style of all pictures. A page that contains pictures includes it once; the variables can be set by the page.
     * Colours of text have a contrast of at least 4.5 to 1 to the colours behind them.
     */
    static final String STYLE = """
            .rt{--rt-back:#fff;--rt-box:#fff;--rt-head:#eef1f4;--rt-edge:#8c959f;--rt-text:#1f2328;--rt-soft:#57606a;\
            --rt-line:#6e7781;--rt-add:#116329;--rt-add-back:#dafbe1;--rt-change:#0550ae;--rt-change-back:#ddf4ff;\
            --rt-drop:#a40e26;--rt-drop-back:#ffebe9;background:var(--rt-back);\
            font:12px ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace}
            @media(prefers-color-scheme:dark){.rt{--rt-back:#0d1117;--rt-box:#161b22;--rt-head:#21262d;--rt-edge:#6e7681;\
            --rt-text:#e6edf3;--rt-soft:#9ea7b3;--rt-line:#8b949e;--rt-add:#56d364;--rt-add-back:#0f2d1a;\
            --rt-change:#79c0ff;--rt-change-back:#0c2d4d;--rt-drop:#ffa198;--rt-drop-back:#3d1418}}
            .rt text{fill:var(--rt-text)}.rt rect{fill:var(--rt-box);stroke:var(--rt-edge)}\
            .rt .h{fill:var(--rt-head);stroke:none}.rt .t{font-weight:600}.rt .s{fill:var(--rt-soft)}\
            .rt .e{text-anchor:end}.rt path{fill:none;stroke:var(--rt-line);stroke-width:1.25}\
            .rt .w{fill:var(--rt-line);stroke:none}.rt .m rect{fill:var(--rt-back);stroke-dasharray:4 3}\
            .rt .m text{fill:var(--rt-soft)}.rt .b{fill:none}
            .rt .ga .h{fill:var(--rt-add-back)}.rt .ga .b{stroke:var(--rt-add);stroke-width:2}.rt .xa{fill:var(--rt-add)}\
            .rt .gc .h{fill:var(--rt-change-back)}.rt .gc .b{stroke:var(--rt-change);stroke-width:2}\
            .rt .xc{fill:var(--rt-change)}.rt .gd .h{fill:var(--rt-drop-back)}\
            .rt .gd .b{stroke:var(--rt-drop);stroke-width:2;stroke-dasharray:6 3}.rt .xd{fill:var(--rt-drop)}\
            .rt circle{fill:var(--rt-back);stroke:var(--rt-line);stroke-width:2}\
            .rt .n{fill:var(--rt-change);stroke:var(--rt-change)}.rt .i{fill:var(--rt-change)}
            """;

    private final StringBuilder text = new StringBuilder();
    private final Set<String> arrows = new TreeSet<>();

    /**
     * Begins a picture.
     *
     * @param width its width
     * @param height its height
     * @param title what it shows, for people who do not see it
     * @param alone whether it is a file of its own, which contains the style
     */
    Svg(int width, int height, String title, boolean alone) {
        String escaped = MarkupText.escaped(title);
        text.append("<svg class=\"rt\" xmlns=\"http://www.w3.org/2000/svg\" width=\"")
                .append(width)
                .append("\" height=\"")
                .append(height)
                .append("\" viewBox=\"0 0 ")
                .append(width)
                .append(' ')
                .append(height)
                .append("\" role=\"img\" aria-label=\"")
                .append(escaped)
                .append("\">\n");
        if (alone) {
            text.append("<title>")
                    .append(escaped)
                    .append("</title>\n<style>")
                    .append(STYLE)
                    .append("</style>\n");
        }
    }

    /** Appends markup; texts in it must be escaped. */
    Svg add(String markup) {
        text.append(markup);
        return this;
    }

    /** Appends text at a place, with style classes. */
    Svg label(String classes, int x, int y, String label) {
        text.append("<text ");
        if (!classes.isEmpty()) {
            text.append("class=\"").append(classes).append("\" ");
        }
        text.append("x=\"").append(x).append("\" y=\"").append(y).append("\">");
        text.append(MarkupText.escaped(label)).append("</text>\n");
        return this;
    }

    /** Appends a line with its arrow. */
    Svg route(Route route) {
        StringBuilder path = text.append("<path d=\"");
        path.append('M').append(route.x1()).append(' ').append(route.y1());
        if (route.x1() != route.curveFrom()) {
            path.append('H').append(route.curveFrom());
        }
        if (route.y1() == route.y2() && route.curveFrom() != route.curveTo()) {
            path.append('H').append(route.curveTo());
        } else {
            path.append('C')
                    .append(route.bend())
                    .append(' ')
                    .append(route.y1())
                    .append(' ')
                    .append(route.bend())
                    .append(' ')
                    .append(route.y2())
                    .append(' ')
                    .append(route.curveTo())
                    .append(' ')
                    .append(route.y2());
        }
        if (route.x2() != route.curveTo()) {
            path.append('H').append(route.x2());
        }
        text.append("\"/>\n");
        if (route.ends()) {
            int back = route.bend() < route.x2() ? -7 : 7;
            arrows.add("<path class=\"w\" d=\"M" + route.x2() + ' ' + route.y2() + 'l' + back + " -4v8z\"/>\n");
        }
        return this;
    }

    /** Ends the picture. */
    String end() {
        arrows.forEach(text::append);
        return text.append("</svg>\n").toString();
    }
}
