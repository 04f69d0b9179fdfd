package io.retort.boot.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.diff.author.Format;
import io.retort.error.RetortException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocationsTests {

    private static final Locations SHOP = new Locations(
            List.of(
                    "db.revisions",
                    "classpath:db/revisions",
                    "org.shop.billing",
                    "classpath*:/billing",
                    "file:ops/sql"),
            Path.of("src/main/java"),
            Path.of("src/main/resources"));

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            -,                              -,    db.revisions
            -,                              SQL,  classpath:db/revisions
            org.shop.billing,               -,    org.shop.billing
            src/main/java/org/shop/billing, -,    org.shop.billing
            classpath*:/billing,            -,    classpath*:/billing
            src/main/resources/billing,     SQL,  classpath*:/billing
            db/revisions,                   -,    classpath:db/revisions
            file:ops/sql,                   -,    file:ops/sql
            ops/sql,                        -,    file:ops/sql
            """)
    void aFileGoesWhereItIsWantedOrToTheFirstThatFits(String path, Format format, String location) {
        assertThat(SHOP.choose(Optional.ofNullable(path), Optional.ofNullable(format)))
                .isEqualTo(location);
    }

    @ParameterizedTest
    @CsvSource({
        "org.shop.billing,       src/main/java/org/shop/billing",
        "classpath:db/revisions, src/main/resources/db/revisions",
        "classpath*:/billing,    src/main/resources/billing",
        "file:ops/sql,           ops/sql",
        "db/more,                src/main/resources/db/more",
    })
    void aLocationHasItsFolder(String location, String folder) {
        assertThat(SHOP.folder(location)).isEqualTo(Path.of(folder));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            org.shop.stock      | -    | "org.shop.stock" is not one of the locations
            classpath*:/billing | JAVA | classpath*:/billing is a folder for SQL revisions.
            org.shop.billing    | SQL  | org.shop.billing is a package for Java revisions.
            """)
    void whatDoesNotFitIsRefused(String path, Format format, String what) {
        assertThatThrownBy(() -> SHOP.choose(Optional.of(path), Optional.ofNullable(format)))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining(what);
    }

    @Test
    void aKindOfFileThatNobodyLooksForIsNotWritten() {
        Locations javaOnly = new Locations(List.of("org.shop"), Path.of("java"), Path.of("resources"));

        assertThatThrownBy(() -> javaOnly.choose(Optional.empty(), Optional.of(Format.SQL)))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("No location is a folder for SQL revisions.");
    }
}
