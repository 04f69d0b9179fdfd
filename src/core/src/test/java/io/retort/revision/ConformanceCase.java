package io.retort.revision;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** One case of the corpus: runs it and checks the result, as the corpus describes. */
record ConformanceCase(JsonNode json) {

    String id() {
        return json.get("id").asString();
    }

    ConformanceAnswer ask() {
        try {
            RevisionGraph graph = RevisionGraph.of(
                    json.get("graph").valueStream().map(this::revision).toList());
            return ask(graph, new Planner(graph));
        } catch (RevisionException refusal) {
            return ConformanceAnswer.refused(refusal);
        }
    }

    private RevisionInfo revision(JsonNode entry) {
        return new RevisionInfo(
                entry.get("rev").asString(),
                ConformanceAnswer.texts(entry.get("down")),
                ConformanceAnswer.texts(entry.get("depends")),
                ConformanceAnswer.texts(entry.get("labels")),
                "",
                null,
                true,
                entry.get("rev").asString() + ".java");
    }

    private ConformanceAnswer ask(RevisionGraph graph, Planner planner) {
        List<String> heads = ConformanceAnswer.texts(json.get("applied"));
        List<String> targets = json.get("target").isArray()
                ? ConformanceAnswer.texts(json.get("target"))
                : List.of(json.get("target").asString());
        String target = targets.isEmpty() ? "" : targets.get(0);
        boolean offline = flag("sql");
        return switch (json.get("command").asString()) {
            case "upgrade" ->
                ConformanceAnswer.moved(
                        graph, offline ? planner.offlineUpgrade(target) : planner.upgrade(heads, target));
            case "downgrade" ->
                ConformanceAnswer.moved(
                        graph, offline ? planner.offlineDowngrade(target) : planner.downgrade(heads, target));
            case "stamp" ->
                ConformanceAnswer.moved(
                        graph, offline ? planner.offlineStamp(targets) : planner.stamp(heads, targets, flag("purge")));
            case "resolve" ->
                ConformanceAnswer.listed(
                        flag("single")
                                ? planner.resolveOne(target, heads).stream().toList()
                                : planner.resolve(target, heads));
            case "history" -> ConformanceAnswer.listed(planner.history(target, heads));
            default -> throw new IllegalStateException("unknown command in " + id());
        };
    }

    private boolean flag(String name) {
        return json.has(name) && json.get(name).asBoolean();
    }

    boolean accepts(ConformanceAnswer got) {
        return wanted().anyMatch(want -> accepts(want, got));
    }

    Stream<ConformanceAnswer> wanted() {
        Stream<JsonNode> others = json.has("alt") ? json.get("alt").valueStream() : Stream.of();
        return Stream.concat(Stream.of(json.get("expect")), others).map(ConformanceAnswer::of);
    }

    private boolean accepts(ConformanceAnswer want, ConformanceAnswer got) {
        if (want.error() != null || got.error() != null) {
            return want.error() != null && got.error() != null && sameError(want.error(), got.error());
        }
        return switch (json.get("command").asString()) {
            case "stamp" -> Objects.equals(want.heads(), got.heads());
            case "resolve" -> sameSet(want.revisions(), got.revisions());
            case "history" -> sameOrder(want.revisions(), got.revisions());
            default ->
                Objects.equals(want.heads(), got.heads())
                        && sameOrder(want.steps(), got.steps())
                        && (want.rows() == null || want.rows().equals(got.rows()));
        };
    }

    private static boolean sameError(String want, String got) {
        return want.equals("any") || group(want).equals(group(got));
    }

    private static String group(String category) {
        return category.equals("unknown-branch") ? "unknown-revision" : category;
    }

    private static boolean sameSet(List<String> want, List<String> got) {
        return want.size() == got.size() && new HashSet<>(want).equals(new HashSet<>(got));
    }

    private boolean sameOrder(List<String> want, List<String> got) {
        boolean partial = json.has("order") && json.get("order").asString().equals("partial");
        return partial ? sameSet(want, got) && respectsOrder(got) : want.equals(got);
    }

    private boolean respectsOrder(List<String> got) {
        List<String> ids = got.stream().map(step -> step.split(" ")[0]).toList();
        return json.get("before")
                .valueStream()
                .map(ConformanceAnswer::texts)
                .filter(ids::containsAll)
                .allMatch(pair -> ids.indexOf(pair.get(0)) < ids.indexOf(pair.get(1)));
    }
}
