package io.retort.diff.author;

import io.retort.error.Advice;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.revision.Planner;
import io.retort.revision.RevisionException;
import io.retort.revision.RevisionException.Reason;
import io.retort.revision.RevisionGraph;
import io.retort.revision.RevisionInfo;
import io.retort.revision.Target;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Determines the position of a new revision in the history.
 *
 * @param graph the existing revisions
 * @param idLength the number of digits of a random id
 */
record RevisionPlacement(RevisionGraph graph, int idLength) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_]+");

    private static final Pattern LABEL = Pattern.compile("[^\\s@:,\"\\\\]+");

    /** Returns the requested id, or a random one. */
    String id(@Nullable String wanted) {
        if (wanted == null) {
            return RevisionId.random(idLength, this::taken);
        }
        if (!ID.matcher(wanted).matches() || !Target.canName(wanted)) {
            throw usage(
                    "A revision's id cannot be \"" + wanted + "\".",
                    "Use letters, digits and _ only: @ - + and : have a meaning in targets, and the id is part of a"
                            + " class's name.");
        }
        if (taken(wanted)) {
            throw usage(
                    "The id \"" + wanted + "\" is already used by "
                            + graph.find(wanted).orElseThrow().describe() + ".",
                    Advice.of(
                            "Choose another ",
                            Advice.option("rev-id"),
                            ", or leave it out, and Retort generates one."));
        }
        return wanted;
    }

    /** Returns the parents: the only head or the requested revision; empty for a new base. */
    List<String> parents(@Nullable String head, boolean splice) {
        if (head == null) {
            return graph.size() == 0 ? List.of() : List.of(onlyHead(Target.HEAD));
        }
        if (head.equals(Target.BASE)) {
            return List.of();
        }
        String parent = onlyHead(head);
        if (!splice) {
            requireHead(graph.get(parent));
        }
        return List.of(parent);
    }

    /** Returns the heads to join. */
    List<String> joined(List<String> targets) {
        Set<String> ids = new LinkedHashSet<>();
        Planner planner = new Planner(graph);
        targets.forEach(target -> planner.resolve(target).forEach(revision -> ids.add(revision.id())));
        if (ids.size() < 2) {
            throw nothingToMerge(ids);
        }
        ids.forEach(id -> requireHead(graph.get(id)));
        return List.copyOf(ids);
    }

    private RetortException nothingToMerge(Set<String> ids) {
        String found = ids.stream()
                .map(graph::get)
                .map(one -> graph.heads().size() == 1
                        ? one.describe() + " is the only head."
                        : "only " + one.describe() + " was named.")
                .findFirst()
                .orElse("there is no revision.");
        return usage(
                "There is nothing to merge: " + found,
                Advice.of("A merge needs two or more heads; ", Advice.command("heads"), " lists them."));
    }

    /** Returns dependencies as they are written into a file: labels remain labels, all other targets become ids. */
    List<String> dependencies(List<String> targets) {
        List<String> names = new ArrayList<>();
        targets.forEach(target -> names.add(graph.labels().containsKey(target) ? target : only(target)));
        return names;
    }

    List<String> labels(@Nullable String label) {
        if (label == null) {
            return List.of();
        }
        if (!LABEL.matcher(label).matches() || !Target.canName(label)) {
            throw usage(
                    "The label of a branch cannot be \"" + label + "\".",
                    Advice.of(
                            "Choose a ",
                            Advice.option("branch-label"),
                            " of one word without @ : and , that is not head, heads, base or current."));
        }
        if (taken(label)) {
            throw usage(
                    "The name \"" + label + "\" is already used by "
                            + graph.find(label).orElseThrow().describe() + ".",
                    Advice.of(
                            "Choose another ", Advice.option("branch-label"), "; labels and ids share one namespace."));
        }
        return List.of(label);
    }

    /** A new revision can follow a single head only; joining several heads is the purpose of a merge. */
    private String onlyHead(String target) {
        try {
            return only(target);
        } catch (RevisionException several) {
            if (several.reason() != Reason.MULTIPLE_HEADS) {
                throw several;
            }
            throw several.withAdvice(Advice.of(
                    "Merge them: `",
                    Advice.command("merge", Advice.option("message", "...")),
                    "`. Or continue one of them: `",
                    Advice.option("head", several.candidates().get(0)),
                    "`."));
        }
    }

    private String only(String target) {
        return new Planner(graph)
                .resolveOne(target)
                .map(RevisionInfo::id)
                .orElseThrow(() -> usage(
                        "\"" + target + "\" is not a revision, but the state before all revisions.",
                        Advice.of("Use a revision: ", Advice.command("history"), " lists them.")));
    }

    private void requireHead(RevisionInfo revision) {
        List<RevisionInfo> children = graph.children(revision.id());
        if (!children.isEmpty()) {
            throw usage(
                    revision.describe() + " is not a head: " + children.get(0).describe() + " follows it.",
                    Advice.of(
                            "Use a head (",
                            Advice.command("heads"),
                            " lists them), or create a branch: ",
                            Advice.option("splice"),
                            "."));
        }
    }

    private boolean taken(String name) {
        return graph.contains(name) || graph.labels().containsKey(name);
    }

    private static RetortException usage(String what, String action) {
        return usage(what, Advice.of(action));
    }

    private static RetortException usage(String what, Advice advice) {
        return new RetortException(what, advice, ExitStatus.USAGE);
    }
}
