package io.retort.diff.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.internal.text.PrintableText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The comment of {@code migrate:report}, read back by an independent parser of Markdown. Every text of a generated report
 * contains a mark, so that a text outside of code is found whatever it looks like. {@code -Dcomments.cases=5000} runs more
 * reports.
 */
class AttackedCommentTests {

    /** The most that GitHub accepts. */
    private static final int GITHUB = 65_536;

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(AutolinkExtension.create(), TablesExtension.create()))
            .build();

    private static final Pattern ELEMENT = Pattern.compile(
            "<details><summary>(SQL of the (up|down)grade on [A-Za-z0-9 .]*|Safer|Statements)</summary>|</details>");

    private static final Pattern GRAPH_LINE = Pattern.compile("flowchart BT|  r\\d+\\[\"[^\"\\[\\]`<>{}|\\\\]*\"]"
            + "|  r\\d+ (-->|-\\.->) r\\d+|  classDef head stroke-width:3px|  class r\\d+(,r\\d+)* head");

    private static final List<String> SECTIONS = List.of("Changes", "Lint", "Differences", "Plan", "Revision graph");

    static IntStream seeds() {
        return IntStream.range(0, Integer.getInteger("comments.cases", 300));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void textOfOthersIsCodeAndNothingElse(int seed) {
        AttackedReport attacked = new AttackedReport(seed);
        String comment = ReportMarkdown.of(attacked.report());

        assertThat(comment.length()).isLessThanOrEqualTo(Math.min(GITHUB, ReportMarkdown.LIMIT));
        assertThat(comment.codePoints().filter(sign -> sign >= 0xd800 && sign <= 0xdfff))
                .as("halves of surrogates")
                .isEmpty();
        Read read = new Read(attacked);
        PARSER.parse(comment).accept(read);
        assertThat(read.wrong).as(comment).isEmpty();
        assertThat(read.open).as("open elements in\n%s", comment).isZero();
        assertThat(read.sections).isEqualTo(SECTIONS);
        assertThat(comment).startsWith("## Migration report: ");
        saysWhatIsLeftOut(attacked, comment, read);
    }

    /** What is not shown is said, with its sections; a comment that shows all says nothing. */
    private static void saysWhatIsLeftOut(AttackedReport attacked, String comment, Read read) {
        List<String> missing = new ArrayList<>();
        attacked.texts().forEach((section, texts) -> {
            if (!read.shown.containsAll(texts)) {
                if (section.equals("Verdict")) {
                    assertThat(comment).containsPattern("\n- and \\d+ more reasons\n");
                } else {
                    missing.add(section);
                }
            }
        });
        if (!read.hasGraph && attacked.isGraphExpected()) {
            missing.add("Revision graph");
        }
        List<String> lines = comment.lines()
                .filter(line -> line.matches("_\\d+ parts? (is|are) left out, because .*"))
                .toList();
        if (missing.isEmpty()) {
            assertThat(lines).as("nothing is missing").isEmpty();
        } else {
            assertThat(lines).as("missing: " + absent(attacked, read)).hasSize(1);
            assertThat(lines.get(0)).contains(" left out, because").contains(missing);
        }
    }

    private static List<String> absent(AttackedReport attacked, Read read) {
        return attacked.texts().entrySet().stream()
                .flatMap(section -> section.getValue().stream()
                        .filter(text -> !read.shown.contains(text))
                        .map(text -> section.getKey() + ": " + text))
                .limit(5)
                .toList();
    }

    /** The parser would find each of the attacks if they were not in code. */
    @Test
    void theOracleSeesEachAttack() {
        int found = 0;
        for (String attack : AttackedReport.ATTACKS) {
            Read read = new Read(new AttackedReport(0));
            PARSER.parse("a\n\n" + attack + AttackedReport.MARK + "\n").accept(read);
            found += read.wrong.isEmpty() ? 0 : 1;
        }
        assertThat(found).isEqualTo(AttackedReport.ATTACKS.size());
    }

    private static final class Read extends AbstractVisitor {

        private final AttackedReport attacked;
        private final Set<String> known;
        private final List<String> wrong = new ArrayList<>();
        private final List<String> sections = new ArrayList<>();
        private final Set<String> shown = new HashSet<>();
        private String revision = "";
        private int open;
        private boolean hasGraph;

        Read(AttackedReport attacked) {
            this.attacked = attacked;
            this.known = attacked.texts().values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        }

        @Override
        public void visit(Text text) {
            if (text.getLiteral().contains(AttackedReport.MARK)
                    || text.getLiteral().contains("`")) {
                wrong.add("text outside of code: " + text.getLiteral());
            }
        }

        @Override
        public void visit(Code code) {
            String text = code.getLiteral();
            if (text.contains(AttackedReport.MARK) && !known.contains(text)) {
                wrong.add("another text: " + text);
            }
            if (PrintableText.of(text).length() != text.length()) {
                wrong.add("a character that is obeyed: " + text);
            }
            shown.add(text);
        }

        @Override
        public void visit(FencedCodeBlock block) {
            if (block.getClosingFenceLength() == null) {
                wrong.add("an open fence");
            }
            String text = block.getLiteral().stripTrailing();
            if (block.getInfo().equals("mermaid")) {
                hasGraph = true;
                text.lines()
                        .filter(line -> !GRAPH_LINE.matcher(line).matches())
                        .forEach(line -> wrong.add("not a line of the graph: " + line));
            } else if (!Set.of("", "sql").contains(block.getInfo())) {
                wrong.add("another language: " + block.getInfo());
            } else {
                if (!known.contains(text)) {
                    wrong.add("another block: " + text);
                }
                if (sections.equals(SECTIONS.subList(0, 1)) && !attacked.owns(revision, text)) {
                    wrong.add("SQL of another revision than " + revision + ": " + text);
                }
                shown.add(text);
            }
        }

        @Override
        public void visit(Heading heading) {
            Node first = heading.getFirstChild();
            if (heading.getLevel() == 3 && first instanceof Text text && first.getNext() == null) {
                sections.add(text.getLiteral());
            } else if (heading.getLevel() == 4 && first instanceof Code code && first.getNext() == null) {
                revision = code.getLiteral();
            } else if (heading.getLevel() != 2 || heading.getPrevious() != null) {
                wrong.add("a heading of level " + heading.getLevel());
            }
            visitChildren(heading);
        }

        @Override
        public void visit(HtmlBlock block) {
            for (String line : block.getLiteral().strip().split("\n")) {
                if (!ELEMENT.matcher(line).matches()) {
                    wrong.add("an element: " + line);
                }
                open += line.startsWith("<details>") ? 1 : -1;
                if (open < 0 || open > 1) {
                    wrong.add("elements are not closed in order: " + line);
                }
            }
        }

        @Override
        public void visit(HtmlInline html) {
            wrong.add("an element: " + html.getLiteral());
        }

        @Override
        public void visit(Link link) {
            wrong.add("a link: " + link.getDestination());
        }

        @Override
        public void visit(Image image) {
            wrong.add("an image: " + image.getDestination());
        }

        @Override
        public void visit(LinkReferenceDefinition definition) {
            wrong.add("a definition: " + definition.getLabel());
        }

        @Override
        public void visit(IndentedCodeBlock block) {
            wrong.add("an indented block: " + block.getLiteral());
        }

        @Override
        public void visit(BlockQuote quote) {
            wrong.add("a quotation");
        }

        @Override
        public void visit(OrderedList list) {
            wrong.add("a numbered list");
        }

        @Override
        public void visit(ThematicBreak line) {
            wrong.add("a line");
        }

        @Override
        public void visit(CustomBlock block) {
            wrong.add(block instanceof TableBlock ? "a table" : "another block");
        }
    }
}
