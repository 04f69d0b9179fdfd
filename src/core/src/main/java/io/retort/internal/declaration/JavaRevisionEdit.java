package io.retort.internal.declaration;

import io.retort.error.RetortException;
import io.retort.migration.Definitions;
import io.retort.migration.Operations;
import io.retort.migration.Operations.Declared;
import io.retort.operation.Operation;
import java.lang.reflect.Member;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes operations of a Java revision in other forms. Everything else in its source stays as it is.
 *
 * <pre>{@code
 * String rewritten = new JavaRevisionEdit(text, "R3f2a91_index.java").with(upgrade, downgrade);
 * }</pre>
 */
public final class JavaRevisionEdit {

    private static final String OPTION = ".concurrently()";

    private static final Pattern TRANSACTIONAL = Pattern.compile("\\btransactional\\s*=\\s*(true|false)\\b");

    private static final Pattern IMPORT = Pattern.compile("(?m)^import\\s");

    private static final Pattern WORD = Pattern.compile("(?<![.\\w])[A-Za-z_]\\w*");

    private final String location;
    private final MaskedSource masked;
    private final List<Edit> edits = new ArrayList<>();
    private String text;

    /**
     * @param text the content of the file
     * @param location the file, for messages
     */
    public JavaRevisionEdit(String text, String location) {
        this.text = text;
        this.location = location;
        this.masked = new MaskedSource(text);
    }

    /**
     * An operation of the revision and what it becomes.
     *
     * @param operation the operation
     * @param operations the operations that replace it; the operation itself if it stays
     */
    public record Replacement(Operation operation, List<Operation> operations) {

        public Replacement {
            operations = List.copyOf(operations);
        }

        private boolean isOther() {
            return !operations.equals(List.of(operation));
        }
    }

    /**
     * Returns the source with operations in other forms, and without a transaction.
     *
     * @param upgrade the operations of the upgrade, as the compiled class declares them
     * @param downgrade those of the downgrade; they stay if the method is not a list of calls
     * @throws RetortException if the upgrade is not a list of calls, an operation that changes has other arguments than
     *     literals, or the source differs from the compiled class
     */
    public String with(List<Replacement> upgrade, List<Replacement> downgrade) {
        List<MaskedSource.Call> calls = masked.calls("upgrade")
                .orElseThrow(() -> refusal("its method upgrade is not a list of calls on its parameter"));
        edit(calls, upgrade);
        masked.calls("downgrade").filter(there -> isSame(there, downgrade)).ifPresent(there -> edit(there, downgrade));
        outsideTransaction();
        edits.sort((one, other) -> Integer.compare(other.from(), one.from()));
        String lineBreak = text.contains("\r\n") ? "\r\n" : "\n";
        StringBuilder changed = new StringBuilder(text);
        for (Edit edit : edits) {
            changed.replace(edit.from(), edit.to(), edit.text().replace("\n", lineBreak));
        }
        text = changed.toString();
        return text;
    }

    /** Replaces the characters from one offset to another. */
    private record Edit(int from, int to, String text) {}

    private void edit(List<MaskedSource.Call> calls, List<Replacement> forms) {
        if (calls.size() != forms.size()) {
            throw differs("It has " + calls.size() + " calls, and the class declares " + forms.size() + " operations.");
        }
        for (int i = 0; i < calls.size(); i++) {
            Replacement form = forms.get(i);
            int line = masked.line(calls.get(i).from());
            Optional<List<Declared>> declared = declared(calls.get(i));
            if (!isSame(declared, form.operation())) {
                throw differs("Line " + line + " does not declare \""
                        + form.operation().describe() + "\".");
            }
            if (form.isOther()) {
                edit(
                        calls.get(i),
                        form,
                        declared.orElseThrow(() -> refusal("line " + line + " has other arguments than literals")));
            }
        }
    }

    private boolean isSame(List<MaskedSource.Call> calls, List<Replacement> forms) {
        if (calls.size() != forms.size()) {
            return false;
        }
        for (int i = 0; i < calls.size(); i++) {
            Optional<List<Declared>> declared = declared(calls.get(i));
            boolean readable = declared.isPresent() || !forms.get(i).isOther();
            if (!readable || !isSame(declared, forms.get(i).operation())) {
                return false;
            }
        }
        return true;
    }

    /** Code cannot be compared. The text of a call decides, because byte arrays are only equal to themselves. */
    private static boolean isSame(Optional<List<Declared>> declared, Operation operation) {
        return declared.isEmpty()
                || operation.isHandWritten()
                || declared.get().size() == 1
                        && declared.get()
                                .get(0)
                                .operation()
                                .java()
                                .source(0)
                                .equals(operation.java().source(0));
    }

    /** Adds the option where it has the wanted effect, so that the rest of the call stays; otherwise writes the call again. */
    private void edit(MaskedSource.Call call, Replacement form, List<Declared> declared) {
        List<Declared> wanted = form.operations().stream()
                .map(operation -> new Declared(operation, declared.get(0).waivers()))
                .toList();
        String code = text.substring(call.from(), call.to());
        for (int end : masked.closing(call)) {
            int at = end - call.from();
            String changed = code.substring(0, at) + OPTION + code.substring(at);
            if (read(changed, call.receiver()).filter(wanted::equals).isPresent()) {
                edits.add(new Edit(end, end, OPTION));
                return;
            }
        }
        if (declared.get(0).waivers().isEmpty()) {
            writeAgain(call, form);
        } else {
            throw refusal("the waiver in line " + masked.line(call.from())
                    + " contains an operation that needs other arguments");
        }
    }

    private void writeAgain(MaskedSource.Call call, Replacement form) {
        String indent = masked.indent(call.from());
        StringBuilder changed = new StringBuilder();
        masked.comments(call)
                .forEach(comment -> changed.append(comment).append('\n').append(indent));
        changed.append(form.operations().stream()
                .map(operation -> operation.java().source(call.receiver(), indent.length()) + ";")
                .collect(Collectors.joining("\n" + indent)));
        edits.add(new Edit(call.from(), call.to(), changed.toString()));
        importDefinitions(changed.toString());
    }

    private void importDefinitions(String code) {
        String wildcard = "import static " + Definitions.class.getName() + ".*;";
        Matcher imports = IMPORT.matcher(masked.text());
        if (text.contains(wildcard)
                || edits.stream().anyMatch(edit -> edit.text().startsWith(wildcard))
                || !imports.find()) {
            return;
        }
        Set<String> used = WORD.matcher(new MaskedSource(code).text())
                .results()
                .map(word -> word.group())
                .collect(Collectors.toSet());
        Stream<? extends Member> members = Stream.of(Definitions.class.getMethods(), Definitions.class.getFields())
                .flatMap(Arrays::stream);
        boolean missing = members.map(Member::getName)
                .filter(used::contains)
                .anyMatch(name -> !text.contains("import static " + Definitions.class.getName() + "." + name + ";"));
        if (missing) {
            boolean first = masked.text().startsWith("import static", imports.start());
            edits.add(new Edit(imports.start(), imports.start(), wildcard + (first ? "\n" : "\n\n")));
        }
    }

    private Optional<List<Declared>> declared(MaskedSource.Call call) {
        return read(text.substring(call.from(), call.to()), call.receiver());
    }

    private Optional<List<Declared>> read(String code, String receiver) {
        SourceErrors errors = new SourceErrors(offset -> location);
        try {
            List<OperationCall> calls = CallParser.body(JavaSourceText.simplified(code), receiver, errors);
            return Optional.of(Operations.declaredBy(op -> calls.forEach(call -> call.addTo(op, errors))));
        } catch (RetortException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** A concurrent form cannot run in a transaction, so that a file that says otherwise would mislead. */
    private void outsideTransaction() {
        MaskedSource.Span annotation =
                masked.annotation("Revision").orElseThrow(() -> refusal("it has no annotation @Revision"));
        String attributes = masked.text().substring(annotation.from(), annotation.to());
        Matcher given = TRANSACTIONAL.matcher(attributes);
        if (given.find()) {
            edits.add(new Edit(annotation.from() + given.start(1), annotation.from() + given.end(1), "false"));
            return;
        }
        int last = annotation.from() + attributes.stripTrailing().length();
        String separator = attributes.contains("\n") ? ",\n" + masked.indent(last) : ", ";
        edits.add(new Edit(masked.codeEnd(last), masked.codeEnd(last), separator + "transactional = false"));
    }

    private RetortException refusal(String reason) {
        return new RetortException(
                location + " is not rewritten: " + reason + ".",
                "Write the safer form that the finding shows yourself.");
    }

    private RetortException differs(String detail) {
        return new RetortException(
                location + " is not rewritten: it differs from its compiled class. " + detail,
                "Compile the application, then run the command again. If the operations are not direct calls in the method"
                        + " upgrade, write the safer form that the finding shows yourself.");
    }
}
