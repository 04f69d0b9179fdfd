package io.retort.boot.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Every Java block of a page compiles, and every XML block is a part of a POM. */
class HowToCodeTests {

    private static final Path PAGES = Path.of("../docs");
    private static final Path GUIDES = PAGES.resolve("how-to");

    /** {@code TutorialStory}, {@code OperationsPageTests} and {@code CustomOperationsTests} run theirs. */
    private static final Set<String> RUN_ELSEWHERE = Set.of("tutorial.md", "operations.md", "custom-operations.md");

    /** The module retort-test is not on this class path, because it depends on this one. */
    private static final Path RETORT_TEST = Path.of("../src/test/src/main/java");

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```java\n(.*?)^```");
    private static final Pattern XML = Pattern.compile("(?ms)^```xml\n(.*?)^```");
    private static final Pattern TYPE = Pattern.compile("(?m)^(?:public )?class (\\w+)");
    private static final String IMPORTS = """
            import static io.retort.migration.Definitions.*;
            import static org.assertj.core.api.Assertions.assertThat;

            import io.retort.*;
            import io.retort.boot.actuate.*;
            import io.retort.boot.autoconfigure.*;
            import io.retort.migration.*;
            import io.retort.operation.*;
            import io.retort.run.BackfillThrottle;
            import io.retort.test.*;
            import java.time.LocalTime;
            import java.util.List;
            import java.util.Map;
            import java.util.Optional;
            import javax.sql.DataSource;
            import org.h2.jdbcx.JdbcConnectionPool;
            import org.junit.jupiter.api.Test;
            import org.springframework.beans.factory.annotation.Autowired;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.test.context.SpringBootTest;
            import org.springframework.boot.test.context.TestConfiguration;
            import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
            import org.springframework.context.annotation.Bean;
            import org.springframework.jdbc.core.simple.JdbcClient;
            import org.springframework.stereotype.Controller;
            import org.springframework.ui.Model;
            import org.springframework.web.bind.annotation.GetMapping;
            import org.testcontainers.postgresql.PostgreSQLContainer;

            """;

    /** Named in guides, but not part of Retort. */
    private static final Map<String, String> TYPES_OF_THE_APPLICATION = Map.of(
            "ShopApplication", "class ShopApplication { public static void main(String[] args) {} }",
            "TenantDirectory", "interface TenantDirectory { Map<String, DataSource> dataSources(); }",
            "NameSplit", "class NameSplit { static void run(java.sql.Connection connection) {} }");

    @TempDir
    Path folder;

    static Stream<Path> guides() throws IOException {
        try (Stream<Path> pages = Files.list(PAGES);
                Stream<Path> guides = Files.list(GUIDES)) {
            return Stream.concat(pages, guides)
                    .filter(page -> page.toString().endsWith(".md"))
                    .filter(page -> !RUN_ELSEWHERE.contains(page.getFileName().toString()))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("guides")
    void theJavaOfAGuideCompiles(Path guide) throws IOException {
        List<String> blocks = BLOCK.matcher(Files.readString(guide))
                .results()
                .map(found -> found.group(1))
                .toList();
        List<Path> sources = new ArrayList<>();
        for (String block : blocks) {
            sources.add(source(block, sources.size()));
        }
        for (var type : TYPES_OF_THE_APPLICATION.entrySet()) {
            sources.add(Files.writeString(folder.resolve(type.getKey() + ".java"), IMPORTS + type.getValue()));
        }
        assertThat(errors(sources)).isEmpty();
    }

    /** A reader who copies them into a POM needs elements that Maven can read, and artifacts that this build produces. */
    @Test
    void theXmlOfAPageNamesArtifactsOfThisBuild() throws Exception {
        List<Path> pages = new ArrayList<>(guides().toList());
        pages.add(Path.of("../README.md"));
        List<String> named = new ArrayList<>();
        for (Path page : pages) {
            for (MatchResult block :
                    XML.matcher(Files.readString(page)).results().toList()) {
                named.addAll(artifacts(block.group(1)));
            }
        }
        List<String> built = new ArrayList<>();
        for (String module : List.of("starter", "src/bom", "src/maven-plugin")) {
            built.addAll(
                    artifacts(Files.readString(Path.of("..", module, "pom.xml")).replaceFirst("<\\?xml.*\\?>", "")));
        }

        assertThat(named).hasSizeGreaterThan(3);
        assertThat(built).containsAll(named);
    }

    private static List<String> artifacts(String xml) throws Exception {
        NodeList names = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader("<page>" + xml + "</page>")))
                .getElementsByTagName("artifactId");
        return IntStream.range(0, names.getLength())
                .mapToObj(number -> names.item(number).getTextContent())
                .toList();
    }

    private Path source(String block, int number) throws IOException {
        Matcher type = TYPE.matcher(block);
        if (type.find()) {
            String text = block.startsWith("package ") ? block : IMPORTS + block;
            return written(type.group(1), text);
        }
        String name = "Block" + number;
        if (block.startsWith("@SpringBootTest")) {
            return Files.writeString(folder.resolve(name + ".java"), IMPORTS + block + "class " + name + " {}");
        }
        String body = block.contains("public void upgrade")
                ? "class " + name + " implements Migration {\n" + block + "}\n"
                : block.startsWith("@Bean")
                        ? "class " + name + " {\n" + block + "}\n"
                        : "class " + name + " { void run(" + (block.startsWith("op.") ? "Operations op" : "") + ") {\n"
                                + block + "}}\n";
        return Files.writeString(folder.resolve(name + ".java"), IMPORTS + body);
    }

    /** A page can show a class in two variants; the second one has a package. */
    private Path written(String type, String text) throws IOException {
        Path file = folder.resolve(type + ".java");
        return Files.exists(file)
                ? Files.writeString(
                        Files.createDirectory(folder.resolve("variant")).resolve(type + ".java"),
                        "package variant;\n" + text)
                : Files.writeString(file, text);
    }

    private String errors(List<Path> sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of(
                    "-proc:none",
                    "-d",
                    folder.toString(),
                    "-sourcepath",
                    RETORT_TEST.toString(),
                    "-cp",
                    System.getProperty("java.class.path"));
            boolean compiled = compiler.getTask(
                            messages, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            return compiled ? "" : messages.toString();
        }
    }
}
