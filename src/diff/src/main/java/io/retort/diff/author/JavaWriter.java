package io.retort.diff.author;

import io.retort.internal.text.PrintableText;
import io.retort.revision.ReplacedRevision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Renders a revision as a Java class. */
final class JavaWriter {

    /** The file name of the template, both of the default and of a project's own. */
    public static final String TEMPLATE = "revision.java.txt";

    private static final int WIDTH = 120;

    private final SourceTree tree;

    /**
     * Creates a writer.
     *
     * @param tree the folders and conventions of the project
     */
    public JavaWriter(SourceTree tree) {
        this.tree = tree;
    }

    /**
     * Renders a draft as a class. No file is written, see {@link SourceTree#write}.
     *
     * @param draft the revision
     */
    public RevisionFile write(Draft draft) {
        String className = className(tree.conventions().name(draft.id(), draft.message(), draft.created()));
        Map<String, Object> values = values(draft, className);
        String text = Template.find(tree.projectFolder(), TEMPLATE).fill(values);
        return new RevisionFile(Format.JAVA, className + ".java", text);
    }

    /** The prefix makes the name a valid class name whatever the pattern is. */
    private static String className(String name) {
        return "R" + name.replace('-', '_').replace('.', '_');
    }

    private Map<String, Object> values(Draft draft, String className) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("package", tree.revisionPackage());
        values.put("className", className);
        values.put("id", draft.id());
        values.put("message", PrintableText.of(draft.message()));
        values.put("created", tree.conventions().time(draft.created()));
        values.put("javadoc", JavaMessages.javadoc(draft.message(), draft.madeWith()));
        values.put("annotation", annotation(draft, tree.conventions()));
        JavaBody upgrade = upgrade(draft);
        JavaBody downgrade = downgrade(draft);
        values.put("upgrade", comment(draft) + upgrade.text());
        values.put("downgrade", downgrade.text());
        values.put("parts", upgrade.parts() + downgrade.parts());
        String code = String.join("\n", upgrade.text(), downgrade.text(), upgrade.parts(), downgrade.parts());
        values.put("imports", imports(draft, code));
        return values;
    }

    /** A revision that is filled in by hand imports what it will probably need. */
    private static String imports(Draft draft, String code) {
        boolean unfinished = draft.up().isEmpty() && !draft.merges();
        return new JavaImports().imports(code, unfinished);
    }

    private static String comment(Draft draft) {
        return draft.comments().stream()
                .map(comment ->
                        " ".repeat(8) + "// " + PrintableText.of(comment).replace("\\u", "\\ u") + "\n")
                .collect(Collectors.joining());
    }

    private static JavaBody upgrade(Draft draft) {
        if (!draft.up().isEmpty()) {
            return JavaBody.of("upgrade", draft.up());
        }
        return JavaBody.comment(
                draft.merges()
                        ? "Merges " + String.join(" and ", draft.parents()) + "; the schema does not change."
                        : "Add the upgrade here, one call on op for each change.");
    }

    private static JavaBody downgrade(Draft draft) {
        if (draft.obstacle().isPresent()) {
            return JavaBody.refusal(draft.obstacle().get());
        }
        if (!draft.down().isEmpty()) {
            return JavaBody.of("downgrade", draft.down());
        }
        return JavaBody.comment(
                draft.merges()
                        ? "Separates them again; the schema does not change."
                        : "Revert the upgrade here, the last change first.");
    }

    private static String annotation(Draft draft, Conventions conventions) {
        String created = conventions.time(draft.created());
        List<String> attributes = attributes(draft, created, 0);
        String line = "@Revision(" + String.join(", ", attributes) + ")";
        if (line.length() <= WIDTH) {
            return line;
        }
        String separator = "\n" + " ".repeat(8);
        return attributes(draft, created, 16).stream()
                .collect(Collectors.joining("," + separator, "@Revision(" + separator, ")"));
    }

    /** @param wrapped the indent of further lines of a long message; 0 to keep it on one line */
    private static List<String> attributes(Draft draft, String created, int wrapped) {
        List<String> attributes = new ArrayList<>(List.of("id = " + JavaMessages.quoted(draft.id())));
        names(attributes, "parent", draft.parents());
        String message =
                wrapped == 0 ? JavaMessages.quoted(draft.message()) : JavaMessages.literal(draft.message(), wrapped);
        attributes.add("message = " + message);
        attributes.add("created = " + JavaMessages.quoted(created));
        names(attributes, "dependsOn", draft.dependsOn());
        names(attributes, "labels", draft.labels());
        if (!draft.transactional()) {
            attributes.add("transactional = false");
        }
        if (draft.adopts() != null) {
            attributes.add("adopts = " + JavaMessages.quoted(draft.adopts().text()));
        }
        replaces(attributes, draft.replaces(), wrapped);
        remarks(attributes, draft.remarks(), wrapped);
        return attributes;
    }

    /** As many as fit on each line. */
    private static void replaces(List<String> attributes, List<ReplacedRevision> replaced, int wrapped) {
        if (replaced.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder("replaces = {");
        int length = wrapped == 0 ? 0 : WIDTH;
        String comma = "";
        for (ReplacedRevision revision : replaced) {
            String entry = JavaMessages.quoted(revision.text());
            int width = entry.length() + ", ".length();
            boolean isFull = wrapped > 0 && length + width > WIDTH;
            length = isFull ? wrapped + width : length + width;
            text.append(comma);
            text.append(isFull ? "\n" + " ".repeat(wrapped) : comma.isEmpty() ? "" : " ");
            text.append(entry);
            comma = ",";
        }
        attributes.add(text + "}");
    }

    /** One remark on each line. */
    private static void remarks(List<String> attributes, List<String> remarks, int wrapped) {
        String before = wrapped == 0 ? "" : "\n" + " ".repeat(wrapped);
        String each = remarks.stream()
                .map(remark -> wrapped == 0 ? JavaMessages.quoted(remark) : JavaMessages.literal(remark, wrapped + 8))
                .collect(Collectors.joining(wrapped == 0 ? ", " : "," + before));
        if (remarks.size() == 1) {
            attributes.add("remarks = " + each);
        } else if (!remarks.isEmpty()) {
            attributes.add("remarks = {" + before + each + "}");
        }
    }

    private static void names(List<String> attributes, String attribute, List<String> names) {
        if (names.size() == 1) {
            attributes.add(attribute + " = " + JavaMessages.quoted(names.get(0)));
        } else if (!names.isEmpty()) {
            attributes.add(attribute + " = "
                    + names.stream().map(JavaMessages::quoted).collect(Collectors.joining(", ", "{", "}")));
        }
    }
}
