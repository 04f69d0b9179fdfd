package io.retort.diff.author.file;

import io.retort.operation.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a revision as a Java class. */
public final class JavaWriter implements RevisionWriter {

    /** The template's name, ours and a project's own. */
    public static final String TEMPLATE = "revision.java.txt";

    private static final int WIDTH = 120;

    private static final String INDENT = " ".repeat(8);

    private final SourceTree tree;

    public JavaWriter(SourceTree tree) {
        this.tree = tree;
    }

    @Override
    public RevisionFile write(Draft draft) {
        String className = "R" + draft.name();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("package", tree.revisionPackage());
        values.put("className", className);
        values.put("id", draft.id());
        values.put("message", draft.message());
        values.put("created", draft.created().toString());
        values.put("javadoc", JavaText.javadoc(draft.message()));
        values.put("annotation", annotation(draft));
        values.put("upgrade", upgrade(draft));
        values.put("downgrade", downgrade(draft));
        values.put("imports", imports(draft, values.get("upgrade") + "\n" + values.get("downgrade")));
        String text = Template.find(tree.projectFolder(), TEMPLATE).fill(values);
        return new RevisionFile(Format.JAVA, className + ".java", text);
    }

    /** A revision to be filled in by hand gets the words that it will be filled in with. */
    private static String imports(Draft draft, String code) {
        boolean unfinished = draft.up().isEmpty() && !draft.merges();
        return new JavaWords().imports(code, unfinished);
    }

    private static String upgrade(Draft draft) {
        if (!draft.up().isEmpty()) {
            return calls(draft.up());
        }
        return draft.merges()
                ? comment("Joins " + String.join(" and ", draft.parents()) + "; the schema stays as it is.")
                : comment("Say what takes the schema forward, one call on op for each change.");
    }

    private static String downgrade(Draft draft) {
        if (draft.obstacle().isPresent()) {
            return refusal(draft.obstacle().get());
        }
        if (!draft.down().isEmpty()) {
            return calls(draft.down());
        }
        return draft.merges()
                ? comment("Parts them again; the schema stays as it is.")
                : comment("Say what takes it back, the last change first.");
    }

    private static String calls(List<Operation> operations) {
        return Groups.paragraphs(
                operations, operation -> INDENT + operation.java().source("op", INDENT.length()) + ";");
    }

    private static String comment(String text) {
        return INDENT + "// " + text;
    }

    private static String refusal(Operation obstacle) {
        String inner = INDENT + " ".repeat(8);
        return comment("Nothing undoes an operation of the upgrade. If you know a way back, say it here.") + "\n"
                + INDENT
                + "throw new RetortException(\n" + inner
                + JavaText.literal("It cannot be undone: " + obstacle.describe() + ".", inner.length() + 8) + ",\n"
                + inner
                + JavaText.quoted("Restore a backup, or write a downgrade that keeps what matters.") + ");";
    }

    private static String annotation(Draft draft) {
        List<String> attributes = attributes(draft, 0);
        String line = "@Revision(" + String.join(", ", attributes) + ")";
        if (line.length() <= WIDTH) {
            return line;
        }
        String separator = "\n" + " ".repeat(8);
        return attributes(draft, 16).stream()
                .collect(Collectors.joining("," + separator, "@Revision(" + separator, ")"));
    }

    /** @param wrapped how far the further lines of a long message are moved in; 0 to keep it on one line */
    private static List<String> attributes(Draft draft, int wrapped) {
        List<String> attributes = new ArrayList<>(List.of("id = " + JavaText.quoted(draft.id())));
        names(attributes, "parent", draft.parents());
        String message = wrapped == 0 ? JavaText.quoted(draft.message()) : JavaText.literal(draft.message(), wrapped);
        attributes.add("message = " + message);
        attributes.add("created = " + JavaText.quoted(draft.created().toString()));
        names(attributes, "dependsOn", draft.dependsOn());
        names(attributes, "labels", draft.labels());
        if (!draft.transactional()) {
            attributes.add("transactional = false");
        }
        return attributes;
    }

    private static void names(List<String> attributes, String attribute, List<String> names) {
        if (names.size() == 1) {
            attributes.add(attribute + " = " + JavaText.quoted(names.get(0)));
        } else if (!names.isEmpty()) {
            attributes.add(attribute + " = "
                    + names.stream().map(JavaText::quoted).collect(Collectors.joining(", ", "{", "}")));
        }
    }
}
