package io.retort.boot.autoconfigure;

import io.retort.internal.log.PrintableLog;
import io.retort.run.PreparedStep;
import io.retort.run.RunListener;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Warns about revisions whose class refers to an entity. Entities change later, and the revision would change its
 * meaning with them.
 */
final class EntityImportCheck implements RunListener {

    private static final PrintableLog LOG = PrintableLog.of(EntityImportCheck.class);

    private final Supplier<Set<String>> entities;
    private final ClassLoader loader;

    /**
     * @param entities the names of the entity classes
     * @param loader the class loader of the revisions
     */
    EntityImportCheck(Supplier<Set<String>> entities, ClassLoader loader) {
        this.entities = entities;
        this.loader = loader;
    }

    @Override
    public void before(PreparedStep step, int number, int total) {
        String className = step.revision().location();
        Set<String> used = new LinkedHashSet<>(references(className));
        used.retainAll(entities.get());
        if (!used.isEmpty()) {
            LOG.warn(
                    "Retort: the revision {} uses {}. Entities change and revisions do not: after a change of the entity,"
                            + " this revision behaves differently or does not compile. Use SQL, or a copy of the parts"
                            + " that it needs.",
                    className,
                    String.join(", ", used));
        }
    }

    private Set<String> references(String className) {
        try (InputStream file = loader.getResourceAsStream(className.replace('.', '/') + ".class")) {
            return file == null ? Set.of() : classNames(new DataInputStream(file));
        } catch (IOException unreadable) {
            return Set.of();
        }
    }

    /** Reads the binary names of the classes in a class file's constant pool. */
    private static Set<String> classNames(DataInputStream file) throws IOException {
        file.skipNBytes(8);
        int size = file.readUnsignedShort();
        String[] texts = new String[size];
        int[] classes = new int[size];
        for (int i = 1; i < size; i++) {
            int tag = file.readUnsignedByte();
            switch (tag) {
                case 1 -> texts[i] = file.readUTF();
                case 7 -> classes[i] = file.readUnsignedShort();
                case 5, 6 -> {
                    file.skipNBytes(8);
                    i++;
                }
                case 8, 16, 19, 20 -> file.skipNBytes(2);
                case 15 -> file.skipNBytes(3);
                default -> file.skipNBytes(4);
            }
        }
        Set<String> names = new LinkedHashSet<>();
        for (int index : classes) {
            if (index > 0) {
                names.add(texts[index].replace('/', '.'));
            }
        }
        return names;
    }
}
