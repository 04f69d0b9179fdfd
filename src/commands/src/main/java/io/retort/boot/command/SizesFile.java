package io.retort.boot.command;

import io.retort.error.Advice;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.internal.text.FileFailure;
import io.retort.lint.DatabaseSizes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.json.JsonParseException;
import org.springframework.boot.json.JsonParserFactory;

/** The sizes of tables as JSON. */
final class SizesFile {

    private SizesFile() {}

    static Map<String, Object> json(DatabaseSizes sizes) {
        List<Map<String, Object>> tables = new ArrayList<>();
        for (DatabaseSizes.Entry entry : sizes.tables()) {
            Map<String, Object> table = new LinkedHashMap<>();
            table.put("table", entry.name());
            table.put("rows", entry.rows());
            table.put("bytes", entry.bytes());
            if (entry.partitioned()) {
                table.put("partitioned", true);
            }
            tables.add(table);
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("product", sizes.product());
        json.put("version", sizes.version());
        json.put("sizes", tables);
        return json;
    }

    static DatabaseSizes read(Path file) {
        try {
            Map<String, Object> json = JsonParserFactory.getJsonParser()
                    .parseMap(Files.readString(file).strip());
            List<DatabaseSizes.Entry> tables = new ArrayList<>();
            for (Object each : (List<?>) json.getOrDefault("sizes", List.of())) {
                Map<?, ?> table = (Map<?, ?>) each;
                tables.add(new DatabaseSizes.Entry(
                        String.valueOf(table.get("table")),
                        number(table.get("rows")),
                        number(table.get("bytes")),
                        Boolean.TRUE.equals(table.get("partitioned"))));
            }
            String product = String.valueOf(json.get("product"));
            if (product.equals("null")) {
                throw unreadable(file, "it names no product", null);
            }
            return new DatabaseSizes(product, String.valueOf(json.getOrDefault("version", "")), tables);
        } catch (IOException e) {
            throw unreadable(file, FileFailure.reason(file, e), e);
        } catch (JsonParseException | ClassCastException | NumberFormatException e) {
            throw unreadable(
                    file,
                    e instanceof ClassCastException ? "it is not a list of tables" : String.valueOf(e.getMessage()),
                    e);
        }
    }

    private static @Nullable Long number(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (value.toString().matches("\\d{1,18}")) {
            return Long.valueOf(value.toString());
        }
        throw new NumberFormatException("\"" + value + "\" is not a whole number");
    }

    private static RetortException unreadable(Path file, String why, @Nullable Exception cause) {
        return new RetortException(
                "Cannot read the sizes of tables from " + file + ": " + why + ".",
                Advice.of(
                        Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                                ? "Write another file with "
                                : "Write the file with ",
                        Advice.command(
                                "sizes", Advice.option("output", unused(file).toString())),
                        "."),
                ExitStatus.USAGE,
                cause);
    }

    /** The file, or one in the working directory if the file exists: what is no sizes file must not be replaced. */
    private static Path unused(Path file) {
        Path free = file;
        for (int i = 1; Files.exists(free, LinkOption.NOFOLLOW_LINKS); i++) {
            free = Path.of(i == 1 ? "sizes.json" : "sizes-" + i + ".json");
        }
        return free;
    }
}
