package io.retort.diff.faithful;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.retort.diff.faithful.change.Cannot;
import io.retort.diff.faithful.change.Found;
import io.retort.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A change of the model: the entities before and after, and the operations that must be found.
 *
 * @param holder the class that contains the entities
 * @param forth whether the change goes from the entities before to those after
 */
record ModelChange(Class<?> holder, boolean forth) {

    /** Both directions of all changes in the subpackages of {@link Found}. */
    static List<ModelChange> all() {
        return new ClassFileImporter()
                .importPackagesOf(Found.class).stream()
                        .filter(type -> type.getEnclosingClass()
                                .map(ModelChange::isGroup)
                                .orElse(false))
                        .map(JavaClass::reflect)
                        .sorted(Comparator.comparing(Class::getName))
                        .flatMap(holder -> Stream.of(new ModelChange(holder, true), new ModelChange(holder, false)))
                        .toList();
    }

    private static boolean isGroup(JavaClass type) {
        return type.isTopLevelClass() && !type.getPackageName().equals(Found.class.getPackageName());
    }

    /** Returns whether a group contains the change. */
    boolean isOf(Class<?> group) {
        return holder.getEnclosingClass() == group;
    }

    List<Class<?>> from() {
        return entities(forth ? "After" : "Before");
    }

    List<Class<?>> to() {
        return entities(forth ? "Before" : "After");
    }

    /** All entities except those of the other side. */
    private List<Class<?>> entities(String without) {
        List<Class<?>> entities = new ArrayList<>();
        Arrays.stream(holder.getDeclaredClasses())
                .filter(type -> !type.isEnum() && !type.getSimpleName().startsWith(without))
                .sorted(Comparator.comparing(Class::getName))
                .forEach(entities::add);
        return entities;
    }

    /** The expected beginnings of descriptions. */
    List<String> found(TestDatabase database) {
        Found[] all = holder.getAnnotationsByType(Found.class);
        Found fits = Arrays.stream(all)
                .filter(found -> List.of(found.on()).contains(database))
                .findFirst()
                .or(() -> Arrays.stream(all)
                        .filter(found -> found.on().length == 0)
                        .findFirst())
                .orElseThrow(() -> new IllegalStateException(this + " does not say what is found on " + database));
        return List.of(forth ? fits.forth() : fits.back());
    }

    /** The reason why a product does not support the change. */
    Optional<String> obstacle(TestDatabase database) {
        return Arrays.stream(holder.getAnnotationsByType(Cannot.class))
                .filter(cannot -> List.of(cannot.on()).contains(database))
                .map(Cannot::because)
                .findFirst();
    }

    /** Such as {@code columns: new required columns}. */
    @Override
    public String toString() {
        String room = holder.getPackageName().replaceFirst(".*\\.", "");
        return room + ": " + words(holder) + (forth ? "" : ", back");
    }

    private static String words(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
