package io.retort.fuzz.run;

import io.retort.dialect.Dialect;
import io.retort.diff.author.Difference;
import io.retort.diff.author.RevisionResult;
import io.retort.diff.question.Answers;
import io.retort.diff.question.Verb;
import io.retort.error.RetortException;
import io.retort.fuzz.model.Attribute;
import io.retort.fuzz.model.EntityType;
import io.retort.fuzz.model.ModelColumn;
import io.retort.fuzz.run.StoryOutcome.End;
import io.retort.fuzz.story.HandMade;
import io.retort.fuzz.story.Row;
import io.retort.fuzz.story.Story;
import io.retort.operation.Operation;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.MappingException;
import org.jspecify.annotations.Nullable;

/** Runs a story as a user would and checks the oracles. */
public final class StoryRunner {

    private static final String BEFORE = "story.before";
    private static final String AFTER = "story.after";
    private static final int NEXT = 1000;
    private static final int LINES = 12;

    /** Products with transactional DDL. */
    private static final Set<String> TRANSACTIONAL = Set.of("postgresql", "sqlite");

    private final MemoryCompiler compiler = new MemoryCompiler();
    private final Set<Class<?>> withoutProvider = new HashSet<>();
    private final Sabotage sabotage;

    /** Creates a runner. */
    public StoryRunner() {
        this(Sabotage.NONE);
    }

    /**
     * Creates a runner with a deliberately broken part of Retort, to test the oracles.
     *
     * @param sabotage what to break
     */
    public StoryRunner(Sabotage sabotage) {
        this.sabotage = sabotage;
    }

    /**
     * Runs a story in a new database.
     *
     * @param story the story
     */
    public StoryOutcome run(Story story) {
        Path folder = newFolder();
        TestDatabase product = TestDatabase.valueOf(story.product().toUpperCase(Locale.ROOT));
        try (TestDb db = product.server().newDatabase();
                StoryPool pool = new StoryPool(db)) {
            Run run = new Run(story, db, pool, folder);
            try {
                return run.play();
            } catch (Found found) {
                run.failures.add(found.failure);
                return run.outcome(End.FAILED, "");
            } catch (Discarded discarded) {
                run.failures.clear();
                run.offline.clear();
                return run.outcome(End.DISCARDED, discarded.why);
            } finally {
                run.close();
            }
        } finally {
            delete(folder);
        }
    }

    /** Ends a story because an oracle detected a failure. */
    private static final class Found extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Failure failure;

        Found(Oracle oracle, String message) {
            super(message, null, false, false);
            this.failure = new Failure(oracle, message);
        }
    }

    /** Ends a story that is impossible regardless of Retort. */
    private static final class Discarded extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String why;

        Discarded(String why) {
            super(why, null, false, false);
            this.why = why;
        }
    }

    @FunctionalInterface
    private interface Step<T> {
        T take() throws SQLException;
    }

    private final class Run {

        private final Story story;
        private final TestDb db;
        private final StoryPool pool;
        private final Path folder;
        private final List<Application> applications = new ArrayList<>();
        private final List<HandMade> made = new ArrayList<>();
        private final List<Failure> failures = new ArrayList<>();
        private final List<Failure> offline = new ArrayList<>();
        private List<String> statements = List.of();
        private @Nullable RandomAnswers answers;

        Run(Story story, TestDb db, StoryPool pool, Path folder) {
            this.story = story;
            this.db = db;
            this.pool = pool;
            this.folder = folder;
        }

        void close() {
            applications.forEach(Application::close);
        }

        StoryOutcome outcome(End end, String note) {
            List<Failure> all = new ArrayList<>(failures);
            all.addAll(offline); // last, because many a failure is not about the comparison without a database
            return new StoryOutcome(
                    all.isEmpty() ? end : End.FAILED,
                    all,
                    note,
                    answers == null ? List.of() : answers.flags(),
                    statements);
        }

        /** Adds a failure after which the story can continue. */
        private void note(Oracle oracle, String message) {
            failures.add(new Failure(oracle, message));
        }

        StoryOutcome play() {
            ClassLoader loader = compiled();
            sql(() -> createSchemas(db));
            Application before = application(story.before(), BEFORE, loader, pool);
            Application after = application(story.after(), AFTER, loader, pool);
            GeneratedProject project =
                    new GeneratedProject(folder, pool.dataSource(), story.product(), compiler, this::written);
            begin(project, before);
            historyEqualsModel(project, before, "after the first revision");
            EntityState state = orDiscard("rows", () -> {
                insertRows(before);
                return EntityState.of(before);
            });
            makeByHand(before);
            Set<Integer> blocked = made.isEmpty() ? Set.of() : notInsertable(before);
            List<String> catalog = sql(() -> StoredCatalog.exact(db));
            answers = new RandomAnswers(before, after, story.seed());
            RandomAnswers given = answers;

            List<String> created = createdByHibernate(after, loader);
            offlineEqualsOnline(project, before, after, loader);
            RevisionResult second = clear("revision", () -> project.revise(after, given, story.inJava()));
            refuseSkipped(second.difference());
            if (!second.written()) {
                return outcome(End.NOTHING_TO_DO, "");
            }
            statements = described(second, project);
            if (!upgraded(project, given, catalog)) {
                return outcome(End.FAILED_AS_ANNOUNCED, "");
            }
            sabotage.afterUpgrade(db);
            if (isBroken(given)) {
                if (!given.consequence("fails afterwards")) {
                    throw new Found(Oracle.HAND_MADE_STAYS, "a view made by hand cannot be read after the upgrade");
                }
                return outcome(End.FAILED_AS_ANNOUNCED, "");
            }
            List<String> upgraded = sql(() -> StoredCatalog.exact(db));
            handMadeStays(upgraded, given, second.difference().remarks());
            EntityState read = read(before, after, given, second.difference());
            if (read != null) {
                sameValues(Oracle.SAME_VALUES, state, before, read, after, given);
                nextInsert(after, given, blocked, "after the upgrade");
            }
            converges(project, after, before);
            equalsCreate(
                    created, given, TemporaryDefaults.of(second.difference().operations()));
            if (!concernsHandMade(second)) { // otherwise an answer made it a revision for this database only
                if (!given.any(Verb.KEEP, Verb.NULLABLE)) { // otherwise the revisions remain different, as answered
                    historyEqualsModel(project, after, "after the second revision");
                }
                historyEqualsDatabase(project);
            }

            if (!downgraded(project, given)) {
                return outcome(End.FAILED_AS_ANNOUNCED, "");
            }
            List<String> back = sql(() -> StoredCatalog.exact(db));
            restored(catalog, back, given, second.difference().remarks());
            EntityState again = clearRead(before, given);
            if (again != null) {
                sameValues(Oracle.SAME_VALUES_BACK, state, before, again, before, given);
            }
            nextInsert(before, given, blocked, "after the downgrade");

            clear("second upgrade", () -> {
                sabotage.upgradeAgain(project.retort(), db);
                return db;
            });
            List<String> differs = StoredCatalog.difference(upgraded, sql(() -> StoredCatalog.exact(db)));
            if (!differs.isEmpty()) {
                note(Oracle.UPGRADES_AGAIN, "the second upgrade makes another catalog" + lines(differs));
            }
            return outcome(End.PASSED, "");
        }

        private Difference written(Difference found) {
            return byHand(sabotage.difference(found));
        }

        private Difference byHand(Difference difference) {
            return story.byHand()
                    ? difference.rewritten(operations -> HandWrittenSql.of(operations, story.product(), story.seed()))
                    : difference;
        }

        /**
         * Creates the schemas of the entities. In an application Hibernate does not create them, and a revision does so
         * only on some products.
         */
        private TestDb createSchemas(TestDb where) throws SQLException {
            List<EntityType> all = new ArrayList<>(story.before().entities());
            all.addAll(story.after().entities());
            for (String schema : all.stream().map(EntityType::schema).distinct().toList()) {
                if (!schema.isEmpty()) {
                    where.execute("create schema " + schema);
                }
            }
            return where;
        }

        private ClassLoader compiled() {
            Map<String, String> sources = new LinkedHashMap<>();
            sources.putAll(Application.sources(story.before(), BEFORE));
            sources.putAll(Application.sources(story.after(), AFTER));
            return compiler.compile(sources);
        }

        private Application application(
                io.retort.fuzz.model.Model model, String packageName, ClassLoader loader, StoryPool connections) {
            try {
                Application application =
                        new Application(model, packageName, loader, connections.dataSource(), withoutProvider);
                applications.add(application);
                return application;
            } catch (RuntimeException e) {
                throw new Discarded("Hibernate refuses the mapping: " + words(e));
            }
        }

        /** Writes and runs the first revision, which creates the whole schema. */
        private void begin(GeneratedProject project, Application before) {
            RevisionResult first = clear(
                    "first revision",
                    () -> project.revise(
                            before,
                            question -> {
                                throw new Found(
                                        Oracle.NO_SURPRISE,
                                        "a question about an empty database: " + question.describe());
                            },
                            story.firstInJava()));
            if (!first.written() || refused(first.difference())) {
                throw new Discarded("the product refuses the model: "
                        + first.difference().skipped().stream().findFirst().orElse("no table"));
            }
            try {
                project.retort().upgrade("head");
            } catch (RetortException e) {
                throw new Found(Oracle.NO_SURPRISE, "the first upgrade fails: " + e.what());
            }
        }

        /**
         * Uses one transaction per row, because on SQLite no other connection can allocate ids during a write
         * transaction.
         */
        private void insertRows(Application before) {
            Instances instances = new Instances(before, story.seed());
            for (Row row : story.rows()) {
                before.writing(session -> instances.persist(session, row), true);
            }
        }

        private void makeByHand(Application before) {
            HandMadeSql sql = new HandMadeSql(story.product(), before);
            for (HandMade object : story.handMade()) {
                if (sql.make(object, db)) {
                    made.removeIf(earlier -> sql.replaces(object, earlier));
                    made.add(object);
                }
            }
        }

        /** The catalog that Hibernate creates for the new model, with the hand-made objects. */
        private List<String> createdByHibernate(Application after, ClassLoader loader) {
            try (TestDb other = db.server().newDatabase();
                    StoryPool connections = new StoryPool(other)) {
                sql(() -> createSchemas(other));
                try (Application application =
                        new Application(story.after(), AFTER, loader, connections.dataSource(), withoutProvider)) {
                    application.create();
                    EntityState.of(application);
                    HandMadeSql sql = new HandMadeSql(story.product(), application);
                    made.forEach(object -> sql.make(object, other));
                    return sql(() -> StoredCatalog.unnamed(other, story.after()));
                } catch (RuntimeException e) {
                    throw new Discarded("Hibernate cannot create and read the new model: " + words(e));
                }
            }
        }

        private boolean upgraded(GeneratedProject project, RandomAnswers given, List<String> catalog) {
            try {
                project.retort().upgrade("head");
                return true;
            } catch (RetortException e) {
                requireWords(e);
                if (!given.announced(e.what())) {
                    throw new Found(Oracle.NO_SURPRISE, "the upgrade fails: " + e.what());
                }
                List<String> differs = StoredCatalog.difference(catalog, sql(() -> StoredCatalog.exact(db)));
                if ((TRANSACTIONAL.contains(story.product()) || failsFirst(e, given)) && !differs.isEmpty()) {
                    throw new Found(Oracle.FAILS_CLEANLY, "a failed upgrade leaves something" + lines(differs));
                }
                return false;
            } catch (RuntimeException e) {
                throw new Found(Oracle.CLEAR_MESSAGE, "the upgrade ends with " + words(e));
            }
        }

        /** Whether a statement failed that is there to fail before anything is changed. */
        private boolean failsFirst(RetortException e, RandomAnswers given) {
            return e.what().contains(" cannot become ") && !given.any(Verb.RENAME, Verb.MAP, Verb.CUT, Verb.FILL);
        }

        /** A remark is not enough: what goes with a column is asked about, or the story fails. */
        private void handMadeStays(List<String> catalog, RandomAnswers given, List<String> remarks) {
            String all = String.join("\n", catalog).toLowerCase(Locale.ROOT);
            for (HandMade object : made) {
                if (given.isDropped(object.mark()) && all.contains(object.mark())) {
                    note(Oracle.HAND_MADE_STAYS, object.kind() + " made by hand stays although it was to be dropped");
                }
                if (!all.contains(object.mark()) && !given.gaveUp(places(object)) && !given.mentions(object.mark())) {
                    boolean remarked = remarks.stream().anyMatch(remark -> isAbout(remark, object));
                    note(
                            Oracle.HAND_MADE_STAYS,
                            object.kind() + " made by hand disappears without a question"
                                    + (remarked ? ", with a remark: " : ": ") + object.mark());
                }
            }
        }

        /** A default or a comment is called after its column. */
        private boolean isAbout(String remark, HandMade object) {
            String property = switch (object.kind()) {
                case DEFAULT -> ".default ";
                case COLUMN_COMMENT -> ".comment ";
                default -> "";
            };
            return remark.contains(object.mark())
                    || !property.isEmpty()
                            && places(object).stream()
                                    .anyMatch(
                                            place -> RandomAnswers.plain(remark).contains(place + property));
        }

        /** Whether a view refers to something that the upgrade has renamed or dropped. */
        private boolean isBroken(RandomAnswers given) {
            return made.stream()
                    .filter(object -> object.kind() == HandMade.Kind.VIEW)
                    .filter(object -> !given.isViewDropped(object.mark()))
                    .anyMatch(object -> {
                        try {
                            db.query("select * from " + object.mark());
                            return false;
                        } catch (SQLException e) {
                            return true;
                        }
                    });
        }

        private Set<String> places(HandMade object) {
            ColumnMap columns = applications.get(0).columns();
            String table = columns.tables().getOrDefault(object.entity(), "?");
            return columns.columns().getOrDefault(object.entity() + "/" + object.attribute(), Set.of(table + ".id"));
        }

        private @Nullable EntityState read(
                Application before, Application after, RandomAnswers given, Difference difference) {
            try {
                return EntityState.of(after);
            } catch (MappingException e) {
                throw new Discarded("Hibernate refuses the new mapping: " + words(e));
            } catch (RuntimeException | AssertionError e) {
                if (given.any(Verb.KEEP, Verb.NULLABLE, Verb.ACCEPT, Verb.USING)) {
                    return null; // the answers kept values or columns that the new entities cannot always read
                }
                if (UnparsedTexts.explain(e, before, after, difference.operations())) {
                    return null; // no column shows that an attribute of a text became one of a Java type
                }
                note(Oracle.READABLE, "entities cannot be read after the change: " + words(e));
                return null;
            }
        }

        /** Null where a question said that rows get a value that the entities may not understand. */
        private @Nullable EntityState clearRead(Application before, RandomAnswers given) {
            try {
                return EntityState.of(before);
            } catch (RuntimeException | AssertionError e) {
                if (given.consequence("a downgrade gives existing rows")
                        || given.consequence("restores it as a nullable column")
                        || given.any(Verb.USING)) {
                    return null;
                }
                throw new Found(Oracle.READABLE, "entities cannot be read after the downgrade: " + words(e));
            }
        }

        private void sameValues(
                Oracle oracle,
                EntityState state,
                Application was,
                EntityState now,
                Application is,
                RandomAnswers given) {
            state.rows().forEach((key, values) -> {
                EntityType entity = was.model().entity(key.entity()).orElseThrow();
                if (is.model().entity(key.entity()).isEmpty() || given.gaveUp(table(was, key.entity()))) {
                    return;
                }
                Map<String, String> others = now.rows().get(key);
                if (others == null) {
                    if (!given.gaveUp(table(is, key.entity())) && !isOfAnotherClass(key, was, now, given)) {
                        note(oracle, "the row " + entity.name() + " " + key.id() + " is gone");
                    }
                    return;
                }
                values.forEach((uid, value) -> {
                    String other = others.get(uid);
                    String should = numbered(entity, uid, value, oracle, given);
                    if (other != null
                            && !same(entity, uid, was, is, should, other)
                            && !gaveUp(entity, uid, was, is, given)) {
                        note(
                                oracle,
                                "another value: " + kind(was, entity, uid) + " -> " + kind(is, entity, uid) + ", "
                                        + entity.name() + " " + key.id() + " was " + shortened(value) + " and is "
                                        + shortened(other));
                    }
                });
            });
        }

        /** Whether the column with the class of each row was given up, and the row is there as one of its superclass. */
        private boolean isOfAnotherClass(EntityState.Key key, Application was, EntityState now, RandomAnswers given) {
            EntityType root = was.model().root(was.model().entity(key.entity()).orElseThrow());
            String table = was.columns().tables().getOrDefault(root.uid(), "?");
            return root.uid() != key.entity()
                    && given.gaveUp(Set.of(table + ".dtype"))
                    && given.consequence("a downgrade gives existing rows")
                    && now.rows().containsKey(new EntityState.Key(root.uid(), key.id()));
        }

        private Set<String> table(Application application, int entity) {
            return Set.of(application.columns().tables().getOrDefault(entity, "?") + ".*");
        }

        private boolean gaveUp(EntityType entity, String uid, Application was, Application is, RandomAnswers given) {
            int attribute = Integer.parseInt(uid.replaceFirst("\\..*", ""));
            return Stream.concat(Stream.of(was, is), applications.stream())
                    .flatMap(application -> places(entity, attribute, application))
                    .anyMatch(given::gaveUp);
        }

        private String numbered(EntityType entity, String uid, String value, Oracle oracle, RandomAnswers given) {
            if (uid.contains(".")) {
                return value;
            }
            Set<String> all = applications.stream()
                    .flatMap(application -> places(entity, Integer.parseInt(uid), application))
                    .flatMap(Set::stream)
                    .collect(Collectors.toSet());
            return given.numbered(all, value, oracle == Oracle.SAME_VALUES_BACK);
        }

        private Stream<Set<String>> places(EntityType entity, int attribute, Application application) {
            return application.columns().columns().entrySet().stream()
                    .filter(entry -> entry.getKey().endsWith("/" + attribute))
                    .map(Map.Entry::getValue);
        }

        private boolean same(
                EntityType entity, String uid, Application was, Application is, String value, String other) {
            Attribute before = attribute(was, entity, uid);
            Attribute after = attribute(is, entity, uid);
            return value.equals(other) || !uid.contains(".") && Meaning.same(before, after, value, other);
        }

        private String kind(Application application, EntityType entity, String uid) {
            return StoryRunner.kind(attribute(application, entity, uid));
        }

        private Attribute attribute(Application application, EntityType entity, String uid) {
            int attribute = Integer.parseInt(uid.replaceFirst("\\..*", ""));
            EntityType type = application.model().entity(entity.uid()).orElseThrow();
            return application.model().allAttributes(type).stream()
                    .filter(found -> found.uid() == attribute)
                    .findFirst()
                    .orElseThrow();
        }

        private void insert(Application application, EntityType entity) {
            application.writing(
                    session -> {
                        Instances instances = new Instances(application, story.seed());
                        instances.persist(session, new Row(entity.uid(), NEXT + entity.uid()));
                    },
                    false);
        }

        /** The entities that cannot be inserted before the change either, because of a hand-made constraint. */
        private Set<Integer> notInsertable(Application before) {
            return before.model().entities().stream()
                    .filter(entity -> !needsOthers(before, entity))
                    .filter(entity -> {
                        try {
                            insert(before, entity);
                            return false;
                        } catch (RuntimeException e) {
                            return true;
                        }
                    })
                    .map(EntityType::uid)
                    .collect(Collectors.toSet());
        }

        private void nextInsert(Application application, RandomAnswers given, Set<Integer> blocked, String when) {
            for (EntityType entity : application.model().entities()) {
                if (needsOthers(application, entity) || blocked.contains(entity.uid())) {
                    continue;
                }
                try {
                    insert(application, entity);
                } catch (RuntimeException e) {
                    if (given.any(Verb.KEEP, Verb.NULLABLE)) {
                        return; // for the same reason as in reading
                    }
                    note(
                            Oracle.NEXT_INSERT,
                            "the next insert of " + entity.name() + " fails " + when + ": " + words(e));
                }
            }
        }

        /** Whether an entity has a required reference to another one. */
        private boolean needsOthers(Application application, EntityType entity) {
            return application.model().allAttributes(entity).stream()
                    .anyMatch(attribute -> attribute.shape().isReference()
                            && !attribute.column().nullable());
        }

        private void converges(GeneratedProject project, Application after, Application before) {
            List<String> found =
                    foundAgain(Objects.requireNonNull(answers), before, after, again -> project.compare(after, again));
            if (!found.isEmpty()) {
                note(Oracle.CONVERGES, "the second comparison finds" + lines(found));
            }
        }

        /** What a comparison finds after the revision, except for what the answers left as it is. */
        private List<String> foundAgain(
                RandomAnswers first, Application before, Application after, Function<Answers, Difference> comparison) {
            RandomAnswers again = new RandomAnswers(before, after, story.seed());
            Difference second = clear(
                    "second comparison",
                    () -> comparison.apply(question -> first.stays(question).or(() -> again.to(question))));
            List<String> nullable = first.columns("allow nulls in the database for now");
            List<String> found = second.operations().stream()
                    .map(Operation::describe)
                    .filter(operation -> nullable.stream()
                            .noneMatch(column -> RandomAnswers.plain(operation).contains("." + column + " ")
                                    && operation.endsWith("not null")))
                    .filter(operation -> !operation.startsWith("+ constraint")
                            || first.leftOut().stream()
                                    .noneMatch(constraint ->
                                            RandomAnswers.plain(operation).contains(constraint)))
                    .toList();
            refuseSkipped(second);
            return found;
        }

        /**
         * Writes the revision without a database, and runs it on one that has the rows, but nothing made by hand. The same
         * comparison with that database must find the same operations, if it does not count the rows either.
         */
        private void offlineEqualsOnline(
                GeneratedProject project, Application before, Application after, ClassLoader loader) {
            Path elsewhere = newFolder();
            try (TestDb other = db.server().newDatabase();
                    StoryPool connections = new StoryPool(other)) {
                sql(() -> createSchemas(other));
                GeneratedProject copy = project.copy(elsewhere, connections.dataSource());
                copy.retort().upgrade("head");
                insertRows(application(story.before(), BEFORE, loader, connections));
                OfflineLaw law = sql(() -> OfflineLaw.on(connections.dataSource()));
                RandomAnswers given = new RandomAnswers(before, after, story.seed());
                RandomAnswers same = new RandomAnswers(before, after, story.seed());
                Difference online = clear("comparison without rows", () -> copy.compareWithoutRows(after, same));
                if (refused(online)) {
                    return; // the story itself is discarded then
                }
                Difference found = sabotage.offline(clear(
                        "comparison with the history", () -> copy.compareWithHistory(after, law.dialect(), given)));
                noteOffline("finds other operations than online (-)", law.differences(found, online, given, same));
                if (!found.operations().isEmpty()) {
                    runOffline(copy, other, before, after, found, law.dialect(), given);
                }
            } catch (Found failed) {
                offline.add(new Failure(Oracle.OFFLINE_EQUALS_ONLINE, "without a database, " + failed.getMessage()));
            } finally {
                delete(elsewhere);
            }
        }

        private void runOffline(
                GeneratedProject copy,
                TestDb other,
                Application before,
                Application after,
                Difference found,
                Dialect dialect,
                RandomAnswers given) {
            List<String> catalog = sql(() -> StoredCatalog.exact(other));
            RevisionResult revision =
                    clear("revision without a database", () -> copy.revise(() -> byHand(found), story.inJava()));
            try {
                copy.retort().upgrade("head");
            } catch (RetortException e) {
                noteOffline(
                        "writes a revision that fails: " + e.what(),
                        given.announced(e.what()) ? List.of() : described(revision, copy));
                return;
            }
            noteOffline(
                    "writes a revision after which online finds",
                    foundAgain(given, before, after, again -> copy.compareWithoutRows(after, again)));
            if (!given.any(Verb.KEEP, Verb.NULLABLE)) {
                noteOffline("writes a revision after which it finds", againOffline(copy, after, dialect));
            }
            try {
                copy.retort().downgrade("-1");
            } catch (RetortException e) {
                noteOffline(
                        "writes a downgrade that fails: " + e.what(),
                        given.announced("a downgrade fails", e.what()) ? List.of() : described(revision, copy));
                return;
            }
            List<String> nullable = given.columns("restores it as a nullable column");
            noteOffline(
                    "writes a downgrade that leaves another catalog",
                    StoredCatalog.difference(catalog, sql(() -> StoredCatalog.exact(other))).stream()
                            .filter(line -> nullable.stream().noneMatch(line.toLowerCase(Locale.ROOT)::contains))
                            .toList());
        }

        /** What the history differs in from the entities for which a revision was just written, and what is asked. */
        private List<String> againOffline(GeneratedProject copy, Application after, Dialect dialect) {
            List<String> found = new ArrayList<>();
            Difference difference = clear(
                    "second comparison with the history",
                    () -> copy.compareWithHistory(after, dialect, question -> {
                        found.add("the question " + question.describe());
                        return Optional.of(question.meanwhile());
                    }));
            difference.operations().stream().map(Operation::describe).forEach(found::add);
            found.addAll(difference.skipped());
            return found;
        }

        private void noteOffline(String what, List<String> lines) {
            if (!lines.isEmpty()) {
                offline.add(new Failure(
                        Oracle.OFFLINE_EQUALS_ONLINE, "a comparison with the history " + what + lines(lines)));
            }
        }

        /** Discards a story if Hibernate's own statement fails on this product. */
        private void refuseSkipped(Difference difference) {
            if (refused(difference)) {
                throw new Discarded("the product refuses the new model: "
                        + difference.skipped().stream()
                                .filter(StoryRunner::refused)
                                .findFirst()
                                .orElse(""));
            }
        }

        private void equalsCreate(List<String> created, RandomAnswers given, TemporaryDefaults defaults) {
            if (given.any(Verb.KEEP, Verb.NULLABLE)) {
                return; // the database remains different, as answered
            }
            List<String> is = sql(() -> StoredCatalog.unnamed(db, story.after()));
            List<String> should = created;
            for (HandMade object : made) { // another oracle checks whether they still exist
                boolean there = is.stream()
                        .anyMatch(line -> line.toLowerCase(Locale.ROOT).contains(object.mark()));
                if (!there || object.kind() == HandMade.Kind.COLUMN) {
                    should = StoredCatalog.without(object.mark(), should);
                    is = StoredCatalog.without(object.mark(), is);
                }
            }
            List<String> differs = defaults.without(StoredCatalog.difference(should, is));
            if (!differs.isEmpty()) {
                note(
                        Oracle.EQUALS_CREATE,
                        "the catalog is not that of Hibernate's create (-), but (+)" + lines(differs));
            }
        }

        /** Whether the revision changes or drops what no revision created. */
        private boolean concernsHandMade(RevisionResult revision) {
            return revision.difference().operations().stream()
                    .map(operation -> operation.java().source(0).toLowerCase(Locale.ROOT))
                    .anyMatch(text -> made.stream().anyMatch(object -> text.contains(object.mark())));
        }

        private void historyEqualsModel(GeneratedProject project, Application application, String when) {
            HistorySchemaLaw law = new HistorySchemaLaw(project.retort());
            List<String> differs = sql(() -> law.againstModel(application, pool.dataSource()));
            if (!differs.isEmpty()) {
                note(Oracle.HISTORY_EQUALS_MODEL, "history and entities differ " + when + lines(differs));
            }
        }

        private void historyEqualsDatabase(GeneratedProject project) {
            try (TestDb other = db.server().newDatabase();
                    StoryPool connections = new StoryPool(other)) {
                sql(() -> createSchemas(other));
                List<String> differs = clear(
                        "replay",
                        () -> new HistorySchemaLaw(project.retort()).againstDatabase(connections.dataSource()));
                if (!differs.isEmpty()) {
                    note(Oracle.HISTORY_EQUALS_DATABASE, "history and database differ" + lines(differs));
                }
            }
        }

        /** Whether it could be done; false where a question said that it cannot. */
        private boolean downgraded(GeneratedProject project, RandomAnswers given) {
            try {
                sabotage.downgrade(project.retort(), db);
                return true;
            } catch (RetortException e) {
                requireWords(e);
                if (given.announced("a downgrade fails", e.what())) {
                    return false;
                }
                throw new Found(Oracle.NO_SURPRISE, "the downgrade fails: " + e.what());
            } catch (RuntimeException e) {
                throw new Found(Oracle.CLEAR_MESSAGE, "the downgrade ends with " + words(e));
            }
        }

        /**
         * Except for columns that a question announced to come back with nulls allowed, and objects that a remark announced
         * not to come back.
         */
        private void restored(List<String> catalog, List<String> back, RandomAnswers given, List<String> remarks) {
            List<String> nullable = given.columns("restores it as a nullable column");
            List<String> differs = StoredCatalog.difference(catalog, back).stream()
                    .filter(line -> nullable.stream().noneMatch(line.toLowerCase(Locale.ROOT)::contains))
                    .filter(line -> made.stream()
                            .noneMatch(object -> line.contains(object.mark())
                                    && (given.gaveUp(places(object)) || given.isLost(object.mark()))
                                    && remarks.stream()
                                            .anyMatch(remark -> remark.contains("the downgrade does not restore")
                                                    && remark.contains(object.mark()))))
                    .toList();
            if (!differs.isEmpty()) {
                note(
                        Oracle.DOWNGRADE_RESTORES_CATALOG,
                        "the downgrade leaves another catalog than before" + lines(differs));
            }
        }

        private List<String> described(RevisionResult second, GeneratedProject project) {
            List<String> all = new ArrayList<>(second.describe());
            all.addAll(project.text(second).lines().toList());
            return all;
        }

        private <T> T clear(String when, Step<T> step) {
            try {
                return step.take();
            } catch (Found | Discarded e) {
                throw e;
            } catch (RetortException e) {
                requireWords(e);
                if (e.what().contains("the database rejects Hibernate's statement")) {
                    throw new Discarded("the product refuses the model: " + e.what());
                }
                if (e.what().contains("An SQL file cannot contain Java code")) {
                    throw new Discarded("the change needs a revision in Java");
                }
                throw new Found(Oracle.NO_SURPRISE, "the " + when + " fails: " + e.what());
            } catch (MappingException e) {
                throw new Discarded("Hibernate refuses the mapping on this product: " + words(e));
            } catch (RuntimeException | SQLException | Error e) {
                throw new Found(Oracle.CLEAR_MESSAGE, "the " + when + " ends with " + words(e) + trace(e));
            }
        }

        private <T> T orDiscard(String when, Step<T> step) {
            try {
                return step.take();
            } catch (RuntimeException | SQLException e) {
                throw new Discarded(when + ": " + words(e));
            }
        }

        private <T> T sql(Step<T> step) {
            try {
                return step.take();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static boolean refused(Difference difference) {
        return difference.skipped().stream().anyMatch(StoryRunner::refused);
    }

    /** A missing comment on SQLite is always skipped and no reason to discard a story. */
    private static boolean refused(String line) {
        return line.contains("the database rejects") && !line.contains("SQLite keeps no comments");
    }

    private static void requireWords(RetortException e) {
        if (e.what().isBlank() || e.action().isBlank()) {
            throw new Found(Oracle.CLEAR_MESSAGE, "an error without a sentence: " + e);
        }
    }

    private static String words(Throwable e) {
        Throwable cause = e;
        StringBuilder words = new StringBuilder(shortened(String.valueOf(e)));
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        if (cause != e) {
            words.append(" / ").append(shortened(String.valueOf(cause)));
        }
        return words.toString();
    }

    private static String trace(Throwable e) {
        return Stream.of(e.getStackTrace())
                .limit(LINES)
                .map(line -> "\n    at " + line)
                .collect(Collectors.joining());
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() > 400 ? line.substring(0, 400) + "..." : line;
    }

    private static String lines(List<String> lines) {
        return lines.stream().limit(LINES).map(line -> "\n    " + line).collect(Collectors.joining());
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("story");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String kind(Attribute attribute) {
        ModelColumn column = attribute.column();
        String size = Stream.of(column.length(), column.precision(), column.scale(), column.fraction())
                .filter(number -> number > 0)
                .map(String::valueOf)
                .collect(Collectors.joining(","));
        return switch (attribute.shape()) {
            case BASIC -> attribute.type() + (size.isEmpty() ? "" : "(" + size + ")");
            case ENUM, ENUM_SET -> attribute.shape() + " " + attribute.storage();
            case ELEMENT_SET, ELEMENT_LIST, ELEMENT_ORDERED, ELEMENT_MAP -> attribute.shape() + " " + attribute.type();
            default -> attribute.shape().toString();
        };
    }
}
