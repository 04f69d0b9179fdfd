package io.retort.boot.command;

import io.retort.error.Advice;
import io.retort.error.AdviceStyle;
import io.retort.error.RetortException;
import io.retort.internal.declaration.JavaRevisionEdit;
import io.retort.internal.declaration.JavaRevisionEdit.Replacement;
import io.retort.lint.Finding;
import io.retort.run.PreparedStep.SaferForms;
import io.retort.run.PreparedStep.SaferForms.Form;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.core.env.Environment;

/**
 * Rewrites revision files so that their operations have the forms that avoid findings. Not thread-safe.
 *
 * <pre>{@code
 * List<Finding> left = LintFix.of(context).rewrite(forms);
 * }</pre>
 */
final class LintFix {

    private final Function<String, Path> sources;
    private final Predicate<Path> confirmation;
    private final Consumer<String> talk;
    private final AdviceStyle style;
    private final List<String> rewritten = new ArrayList<>();
    private final List<String> left = new ArrayList<>();
    private Optional<Set<String>> committed = Optional.empty();

    /**
     * @param sources returns the source file of a revision by its location
     * @param confirmation whether a committed file can be rewritten
     * @param talk receives messages
     * @param style renders advice
     */
    LintFix(Function<String, Path> sources, Predicate<Path> confirmation, Consumer<String> talk, AdviceStyle style) {
        this.sources = sources;
        this.confirmation = confirmation;
        this.talk = talk;
        this.style = style;
    }

    static LintFix of(ToolContext context) {
        Environment environment = context.application().getEnvironment();
        return new LintFix(
                location -> Path.of(RevisionFiles.sourceOrLocation(environment, location)),
                file -> Confirmation.request(
                        context, Advice.command("lint", Advice.option("fix"), Advice.option("yes"))),
                context::say,
                context.style());
    }

    /** Returns the findings that are left, in the order of the operations. */
    List<Finding> rewrite(List<SaferForms> revisions) {
        List<Finding> findings = new ArrayList<>();
        for (SaferForms revision : revisions) {
            boolean sql = revision.revision().location().endsWith(".sql");
            if (sql && revision.findings().stream().anyMatch(Finding::isError)) {
                leave(
                        "Revision " + revision.revision().describe()
                                + " is not rewritten: it is an SQL file. Write the safer form that the finding shows yourself.");
            }
            boolean done = revision.changesAnything() && rewrite(revision);
            findings.addAll(done ? revision.remaining() : revision.findings());
        }
        return findings;
    }

    /** Returns the files that were rewritten. */
    List<String> rewritten() {
        return rewritten;
    }

    /** Returns why revisions with a safer form were not rewritten. */
    List<String> left() {
        return left;
    }

    private boolean rewrite(SaferForms revision) {
        String name = revision.revision().describe();
        Path file = sources.apply(revision.revision().location());
        if (revision.applied()) {
            return leave("Revision " + name + " is not rewritten: it is applied, and its checksum would change.");
        }
        if (!Files.isRegularFile(file) || !file.toString().endsWith(".java")) {
            return leave("Revision " + name + " is not rewritten: there is no Java source file " + file + ".");
        }
        try {
            String text = Files.readString(file);
            String changed = new JavaRevisionEdit(text, file.toString())
                    .with(replacements(revision.upgrade()), replacements(revision.downgrade()));
            if (isCommitted(file) && !confirm(file)) {
                return leave(
                        file + " is not rewritten: it is committed, so that another database can have applied it.");
            }
            Files.writeString(file, changed);
        } catch (RetortException refused) {
            return leave(refused.what() + " " + refused.advice().in(style));
        } catch (IOException e) {
            return leave(file + " is not rewritten: it cannot be read as UTF-8 and written (" + e.getMessage() + ").");
        }
        rewritten.add(file.toString());
        talk.accept("Rewrote " + file + ": " + String.join("; ", changes(revision)) + ".");
        return true;
    }

    private static List<Replacement> replacements(List<Form> forms) {
        return forms.stream()
                .map(form -> new Replacement(form.operation(), form.safer()))
                .toList();
    }

    private static Set<String> changes(SaferForms revision) {
        Set<String> changes = new LinkedHashSet<>();
        revision.upgrade().stream()
                .filter(Form::isOther)
                .forEach(form -> changes.add(form.operation().describe()));
        return changes;
    }

    private boolean leave(String reason) {
        left.add(reason);
        talk.accept(reason);
        return false;
    }

    private boolean confirm(Path file) {
        talk.accept(file + " is committed. If another database has applied it, its checksum no longer matches there.");
        return confirmation.test(file);
    }

    private boolean isCommitted(Path file) {
        Path folder = Objects.requireNonNullElse(file.toAbsolutePath().getParent(), Path.of(""));
        Git git = new Git(folder);
        if (committed.isEmpty()) {
            committed = Optional.of(git.commit("HEAD").map(git::files).orElse(Set.of()));
        }
        return git.root()
                .map(root -> committed.get().contains(relative(root, file)))
                .orElse(false);
    }

    private static String relative(Path root, Path file) {
        try {
            return root.toRealPath().relativize(file.toRealPath()).toString().replace(File.separatorChar, '/');
        } catch (IOException | IllegalArgumentException outside) {
            return "";
        }
    }
}
