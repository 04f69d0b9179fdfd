package io.retort.boot.actuate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The style sheet of the page, and the policy that permits it and nothing else. */
final class PageStyle {

    /** Colours of text have a contrast of at least 4.5 to 1 to the colours behind them. */
    private static final String LIGHT = """
            --back:#fff;--text:#1f2328;--soft:#57606a;--line:#d0d7de;--panel:#f6f8fa;\
            --link:#0550ae;--good:#116329;--warn:#7a4b00;--bad:#a40e26""";

    private static final String DARK = """
            --back:#0d1117;--text:#e6edf3;--soft:#9ea7b3;--line:#30363d;--panel:#161b22;\
            --link:#79c0ff;--good:#56d364;--warn:#e3b341;--bad:#ffa198""";

    /** The rules of the parts, which a page of the application can contain, too. */
    private static final String PARTS = """
            .retort h2,.retort p,.retort li,.retort td,.retort th,.retort dd,.retort code,.retort bdi{\
            overflow-wrap:anywhere}
            .retort code{font:13px/1.45 ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;\
            padding:0;background:none}
            .retort .soft{color:var(--soft)}
            .retort .state{border:1px solid var(--line);border-left:6px solid var(--soft);border-radius:6px;\
            padding:10px 16px;margin:12px 0;background:var(--panel);font-weight:600}
            .retort .state.good{border-left-color:var(--good)}.retort .state.warn{border-left-color:var(--warn)}
            .retort .state.bad{border-left-color:var(--bad)}
            .retort .badge{display:inline-block;white-space:nowrap;font-size:12px;line-height:18px;padding:0 7px;\
            border:1px solid;border-radius:10px;color:var(--soft)}
            .retort .badge.good{color:var(--good)}.retort .badge.warn{color:var(--warn)}
            .retort .badge.bad{color:var(--bad)}
            .retort dl{display:grid;grid-template-columns:max-content 1fr;gap:2px 16px;margin:8px 0}
            .retort dt{color:var(--soft)}.retort dd{margin:0}
            .retort table{border-collapse:collapse;width:100%;margin:6px 0}
            .retort th,.retort td{text-align:left;vertical-align:top;padding:5px 14px 5px 0;\
            border-bottom:1px solid var(--line)}
            .retort th{font-weight:600}
            .retort thead th,.retort td.fix,.retort td.fix *,.retort td .id{white-space:nowrap}
            .retort td time{white-space:nowrap}
            @media(min-width:701px){.retort td:last-child{min-width:220px}.retort tbody th{min-width:116px}}
            .retort tbody tr:last-child>*{border-bottom:0}
            .retort progress{width:100%;max-width:420px;height:10px;accent-color:var(--link)}
            .retort .scroll{overflow:auto;max-height:70vh;border:1px solid var(--line);border-radius:6px}
            .retort .graph{display:flex;padding:6px 10px}
            .retort .graph svg{flex:none}
            .retort .graph ol{flex:1;min-width:220px;list-style:none;margin:0;padding:0 0 0 8px}
            .retort .graph li{display:flex;gap:8px;align-items:center;height:28px;white-space:nowrap}
            .retort .graph code{flex:none;max-width:45%;overflow:hidden;text-overflow:ellipsis}
            .retort .graph bdi{flex:0 1 auto;min-width:0;overflow:hidden;text-overflow:ellipsis}
            .retort .graph .badge{flex:none}
            .retort svg path{fill:none;stroke:var(--soft);stroke-width:1.5}
            .retort svg circle{fill:var(--back);stroke:var(--soft);stroke-width:2}
            .retort svg .applied{fill:var(--good);stroke:var(--good)}
            .retort svg .pending{stroke:var(--warn)}
            .retort svg .partial{fill:var(--warn);stroke:var(--warn)}
            @media(max-width:700px){.retort dl{grid-template-columns:1fr;gap:0}.retort dd{margin-bottom:6px}\
            .retort thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}\
            .retort tr{display:block;padding:7px 0;border-bottom:1px solid var(--line)}\
            .retort td,.retort th{display:block;border:0;padding:0}.retort td:empty{display:none}\
            .retort td.fix,.retort td.fix *,.retort td .id{white-space:normal}\
            .retort td.fix .badge{white-space:nowrap}\
            .retort td[data-label]:before{content:attr(data-label) ": ";color:var(--soft)}}
            @media print{.retort .scroll{max-height:none;overflow:visible}}
            """;

    /** The style sheet of the parts in a page of the application, which can give the properties other values. */
    static final String EMBEDDED = ":where(.retort){" + LIGHT + "}\n.retort h2,.retort h3{margin:24px 0 8px}\n" + PARTS;

    /** The style sheet of the page for operators. */
    static final String CSS =
            ":root{color-scheme:light dark;" + LIGHT + "}\n@media(prefers-color-scheme:dark){:root{" + DARK
                    + "}}\n" + """
            *{box-sizing:border-box}
            body{margin:0;background:var(--back);color:var(--text);\
            font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif}
            header,main{max-width:1200px;margin:0 auto;padding:0 20px}
            main{padding-bottom:40px}
            a{color:var(--link)}
            :focus-visible{outline:3px solid var(--link);outline-offset:2px}
            h1{font-size:24px;margin:20px 0 4px}
            h2{font-size:19px;margin:32px 0 8px;border-bottom:1px solid var(--line);padding-bottom:4px}
            h3{font-size:16px;margin:24px 0 6px}
            @media(max-width:700px){header,main{padding:0 12px}main{padding-bottom:24px}}
            """ + PARTS;

    /** Permits the style sheet and no script, form, request, or frame in the page. */
    static final String POLICY = "default-src 'none'; style-src 'sha256-" + digest() + "'; img-src data:;"
            + " base-uri 'none'; form-action 'none'";

    private PageStyle() {}

    private static String digest() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(CSS.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
