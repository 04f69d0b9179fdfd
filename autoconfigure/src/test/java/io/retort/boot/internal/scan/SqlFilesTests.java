package io.retort.boot.internal.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.retort.error.RetortException;
import io.retort.source.RevisionCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.DefaultResourceLoader;

/** SQL files with different encodings, line endings and names. */
class SqlFilesTests {

    private static final String TEXT =
            "-- revision: %s\n-- message: fill names\n-- upgrade\ninsert into shop values ('Café'); -- größer\n"
                    + "-- downgrade\ndelete from shop;\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ISO-8859-1 | is not text in UTF-8: the byte 0xE9 in line 4, column 30 is not valid there."
                        + " | iconv -f ISO-8859-1 -t UTF-8",
                "UTF-16 | is text in UTF-16, but Retort reads SQL files as text in UTF-8. | as UTF-8",
                "UTF-16LE | is text in UTF-16, but Retort reads SQL files as text in UTF-8. | as UTF-8",
                "UTF-16BE | is text in UTF-16, but Retort reads SQL files as text in UTF-8. | as UTF-8",
                "UTF-32 | is text in UTF-32 | as UTF-8",
            })
    void anotherEncodingIsRefusedWithFileAndPosition(String encoding, String what, String action) throws IOException {
        byte[] content = TEXT.formatted("aa1").getBytes(Charset.forName(encoding));
        if (encoding.equals("UTF-32")) {
            content = bytes("ff fe 00 00 2d 00 00 00");
        }
        RetortException refused = refused("aa1_fill.sql", content);

        assertThat(refused.what())
                .isEqualTo("The file " + name("aa1_fill.sql") + " " + what
                        + (encoding.equals("UTF-32") ? ", but Retort reads SQL files as text in UTF-8." : ""));
        assertThat(refused.action()).contains(action);
    }

    @Test
    void whatIsNoTextIsRefusedWithFileAndKind() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(TEXT.formatted("aa1").getBytes(StandardCharsets.UTF_8));
        }
        assertThat(refused("aa1_x.sql", packed.toByteArray()).what())
                .contains(name("aa1_x.sql"))
                .contains("is compressed (gzip)");
        assertThat(refused("aa1_x.sql", bytes("2d 2d 0a 41 00 42")).what())
                .contains("is not text: line 2, column 2 contains a NUL character (U+0000).");
        assertThat(refused("aa1_x.sql", bytes("50 4b 03 04 00")).what()).contains("is compressed (zip)");
        assertThat(refused("aa1_x.sql", bytes("2d 2d 0a c3")).what()).contains("the byte 0xC3 in line 2, column 1 ");
    }

    @Test
    void utf8WithAMarkIsRead() throws IOException {
        byte[] text = ("\uFEFF" + TEXT.formatted("aa1")).getBytes(StandardCharsets.UTF_8);

        assertThat(scan("aa1_fill.sql", text))
                .extracting(code -> code.info().id())
                .containsExactly("aa1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ä1", "日本1", "a%20b", "a+b"})
    void anIdMayHoldAnyLetterInAnyLayout(String id) throws IOException {
        byte[] text = TEXT.formatted(id).getBytes(StandardCharsets.UTF_8);
        String name = id + "_fill.sql";

        assertThat(scan(name, text)).extracting(code -> code.info().id()).containsExactly(id);
        assertThat(onClassPath("db/revisions", "db/revisions/" + name, text))
                .extracting(code -> code.info().location())
                .containsExactly("db/revisions/" + name);
    }

    @Test
    void anAccentMayBeApartFromItsLetterInTheNameOfAFile() throws IOException {
        String apart = Normalizer.normalize("ä1_fill.sql", Normalizer.Form.NFD);

        assertThat(scan(apart, TEXT.formatted("ä1").getBytes(StandardCharsets.UTF_8)))
                .hasSize(1);
    }

    @Test
    void aLocationMayOccurInTheNameOfAFile() throws IOException {
        byte[] text = TEXT.formatted("k1").getBytes(StandardCharsets.UTF_8);

        assertThat(onClassPath("leak", "leak/k1leak_step.sql", text))
                .extracting(code -> code.info().location())
                .containsExactly("leak/k1leak_step.sql");
        assertThat(onClassPath("sql", "sql/deep/sql/k1.sql", text)).hasSize(1);
    }

    /** The path of a folder on disk is complete, however the location is written. */
    @Test
    void aFileOnDiskHasItsWholePath() throws IOException {
        Files.write(folder.resolve("k1.sql"), TEXT.formatted("k1").getBytes(StandardCharsets.UTF_8));
        for (String location : List.of("file:" + folder, "file://" + folder, "file:" + folder + "/")) {
            assertThat(new ScannedRevisions(List.of(location), Map.of(), new DefaultResourceLoader()).revisions())
                    .as(location)
                    .extracting(code -> code.info().location())
                    .containsExactly(folder + "/k1.sql");
        }
        Path relative = Path.of("").toAbsolutePath().relativize(folder.toAbsolutePath());
        assertThat(new ScannedRevisions(List.of("file:" + relative), Map.of(), new DefaultResourceLoader()).revisions())
                .extracting(code -> code.info().location())
                .allMatch(shown -> !shown.startsWith("/"));
    }

    private RetortException refused(String name, byte[] content) {
        return catchThrowableOfType(RetortException.class, () -> scan(name, content));
    }

    private List<RevisionCode> scan(String name, byte[] content) throws IOException {
        Files.write(folder.resolve(name), content);
        return new ScannedRevisions(List.of("file:" + folder), Map.of(), new DefaultResourceLoader()).revisions();
    }

    private String name(String file) {
        return folder + "/" + file;
    }

    private List<RevisionCode> onClassPath(String location, String name, byte[] content) throws IOException {
        Path root = Files.createTempDirectory(folder, "classes");
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        ClassLoader loader = new URLClassLoader(new URL[] {root.toUri().toURL()}, SqlFilesTests.class.getClassLoader());
        return new ScannedRevisions(List.of("classpath:" + location), Map.of(), new DefaultResourceLoader(loader))
                .revisions();
    }

    private static byte[] bytes(String hex) {
        String[] pairs = hex.split(" ");
        byte[] bytes = new byte[pairs.length];
        for (int i = 0; i < pairs.length; i++) {
            bytes[i] = (byte) Integer.parseInt(pairs[i], 16);
        }
        return bytes;
    }
}
