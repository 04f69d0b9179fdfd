package io.retort.benchmarks.autogenerate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/**
 * Entities generated for a measurement. Each is a table of eight columns with two indexes, a unique constraint and a
 * foreign key to an earlier table. The foreign keys form a tree, because a chain of a thousand overflows the stack of
 * one contender.
 *
 * @param folder the folder with the classes and a persistence unit that lists them
 * @param names the names of the classes
 */
record Models(Path folder, List<String> names) {

    static final String UNIT = "bench";

    private static final String LIST = "entities.txt";
    private static final int BRANCHES = 10;

    /** Writes and compiles the entities. */
    static Models of(int tables) throws IOException {
        Path folder = Files.createTempDirectory("retort-models");
        List<String> names = new ArrayList<>();
        List<String> files = new ArrayList<>(List.of("-proc:none", "-d", folder.toString()));
        for (int i = 0; i < tables; i++) {
            Path file = folder.resolve("Item" + i + ".java");
            Files.writeString(file, source(i));
            files.add(file.toString());
            names.add("models.Item" + i);
        }
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, files.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("The entities in " + folder + " do not compile.");
        }
        Files.write(folder.resolve(LIST), names);
        Files.createDirectories(folder.resolve("META-INF"));
        Files.writeString(folder.resolve("META-INF/persistence.xml"), unit(names));
        return new Models(folder, names);
    }

    /** Returns the entities in the JVM that has them on its class path. */
    static List<Class<?>> onClassPath() throws Exception {
        List<Class<?>> classes = new ArrayList<>();
        try (var list = Models.class.getClassLoader().getResourceAsStream(LIST)) {
            if (list == null) {
                throw new IllegalStateException("No entities on the class path.");
            }
            for (String name : new String(list.readAllBytes()).split("\\R")) {
                classes.add(Class.forName(name));
            }
        }
        return classes;
    }

    private static String source(int number) {
        return """
            package models;

            import jakarta.persistence.*;
            import java.math.BigDecimal;
            import java.time.LocalDateTime;

            @Entity
            @Table(name = "item%1$d", indexes = {
                @Index(name = "ix_item%1$d_note", columnList = "note"),
                @Index(name = "ix_item%1$d_parent", columnList = "parent_id, created_at")})
            public class Item%1$d {
                @Id Long id;
                @Column(nullable = false, length = 40, unique = true) String code;
                @Column(precision = 12, scale = 2) BigDecimal amount;
                @Column(nullable = false) boolean active;
                @Column(name = "created_at") LocalDateTime createdAt;
                String note;
                int quantity;
                @ManyToOne(fetch = FetchType.LAZY) @JoinColumn(name = "parent_id") Item%2$d parent;
            }
            """.formatted(number, number / BRANCHES);
    }

    private static String unit(List<String> names) {
        StringBuilder classes = new StringBuilder();
        names.forEach(name -> classes.append("<class>").append(name).append("</class>\n"));
        return """
            <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.0">
            <persistence-unit name="%s">
            %s<exclude-unlisted-classes>true</exclude-unlisted-classes>
            <properties><property name="hibernate.dialect" value="org.hibernate.dialect.PostgreSQLDialect"/></properties>
            </persistence-unit>
            </persistence>
            """.formatted(UNIT, classes);
    }
}
