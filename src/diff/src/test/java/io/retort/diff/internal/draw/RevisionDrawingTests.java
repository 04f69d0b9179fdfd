package io.retort.diff.internal.draw;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.revision.Planner;
import io.retort.revision.RevisionGraph;
import io.retort.revision.RevisionInfo;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The lines of generated graphs, read back from the picture, lead from each revision to its parents and to no other. */
class RevisionDrawingTests {

    @Test
    void linesLeadToTheParents() throws Exception {
        int lines = 0;
        for (int seed = 0; seed < 200; seed++) {
            List<RevisionInfo> revisions = random(new SplittableRandom(seed));
            List<RevisionInfo> listed = new Planner(RevisionGraph.of(revisions)).history(":", List.of());
            Element svg = read(RevisionDrawing.of(listed, Set.of("r1"), Set.of("r0"), true));
            Map<String, Set<String>> led = new HashMap<>();
            svg(svg, "path").forEach(path -> {
                String[] numbers = path.getAttribute("d").split("[^0-9]+");
                String from = numbers[1] + "," + numbers[2];
                String to = numbers.length == 4
                        ? numbers[1] + "," + numbers[3]
                        : numbers[numbers.length - 2] + "," + numbers[numbers.length - 1];
                led.computeIfAbsent(from, key -> new HashSet<>()).add(to);
            });
            Map<String, String> circles = new HashMap<>();
            List<Element> found = svg(svg, "circle");
            for (int i = 0; i < found.size(); i++) {
                circles.put(
                        found.get(i).getAttribute("cx") + "," + found.get(i).getAttribute("cy"),
                        listed.get(i).id());
            }
            for (Map.Entry<String, String> circle : circles.entrySet()) {
                RevisionInfo revision = listed.stream()
                        .filter(one -> one.id().equals(circle.getValue()))
                        .findFirst()
                        .orElseThrow();
                assertThat(reached(circle.getKey(), led, circles))
                        .as("seed %d, %s", seed, revision)
                        .isEqualTo(Set.copyOf(revision.parents()));
                lines += revision.parents().size();
            }
        }
        assertThat(lines).isGreaterThan(3_000);
    }

    @Test
    void showsWhatIsNewWhereTheDatabaseIsAndTheLabels() throws Exception {
        RevisionInfo old = new RevisionInfo("a1", List.of(), List.of(), List.of("mail"), "first", null, true, "test");
        RevisionInfo added = new RevisionInfo("b2", List.of("a1"), List.of(), List.of(), "next", null, true, "test");
        Element svg = read(RevisionDrawing.of(List.of(added, old), Set.of("b2"), Set.of("a1"), true));

        assertThat(svg(svg, "circle").stream().map(circle -> circle.getAttribute("class")))
                .containsExactly("n", "");
        assertThat(svg(svg, "text").stream().map(Element::getTextContent))
                .containsExactly("b2  next", "a1  first  [mail]  (current)");
        assertThat(svg(svg, "text").stream().map(text -> text.getAttribute("class")))
                .containsExactly("i", "");
    }

    @Test
    void aHostileMessageIsText() {
        RevisionInfo hostile = new RevisionInfo(
                "a", List.of(), List.of(), List.of("</text>"), "</svg><script>\u202e\u001b[0m", null, true, "test");

        assertThat(RevisionDrawing.of(List.of(hostile), Set.of(), Set.of(), false))
                .doesNotContain("<script", "\u202e", "\u001b")
                .contains("&lt;/svg&gt;&lt;script&gt;");
    }

    /** Follows lines to the next circles. */
    private static Set<String> reached(String start, Map<String, Set<String>> led, Map<String, String> circles) {
        Set<String> reached = new HashSet<>();
        List<String> open = new ArrayList<>(led.getOrDefault(start, Set.of()));
        while (!open.isEmpty()) {
            String at = open.remove(open.size() - 1);
            if (circles.containsKey(at)) {
                reached.add(circles.get(at));
            } else {
                open.addAll(led.getOrDefault(at, Set.of()));
            }
        }
        return reached;
    }

    private static Element read(String picture) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(picture)))
                .getDocumentElement();
    }

    private static List<Element> svg(Element root, String name) {
        NodeList found = root.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static List<RevisionInfo> random(SplittableRandom random) {
        List<RevisionInfo> revisions = new ArrayList<>();
        int size = random.nextInt(2, 60);
        for (int i = 0; i < size; i++) {
            Set<String> parents = new HashSet<>();
            int wanted = i == 0 || random.nextInt(15) == 0 ? 0 : random.nextInt(5) == 0 ? random.nextInt(2, 4) : 1;
            for (int parent = 0; parent < wanted; parent++) {
                parents.add("r" + random.nextInt(Math.max(0, i - 8), i));
            }
            revisions.add(new RevisionInfo(
                    "r" + i,
                    parents.stream().sorted().toList(),
                    List.of(),
                    List.of(),
                    "make " + i,
                    null,
                    true,
                    "test"));
        }
        return revisions;
    }
}
