package io.retort.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The Markdown pages of the project. */
final class Pages {

    private static final Path ROOT = Path.of("../..");

    private Pages() {}

    static List<Path> all() throws IOException {
        List<Path> pages = new ArrayList<>();
        for (String folder : List.of("docs", ".github")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
                files.filter(Pages::isPage).forEach(pages::add);
            }
        }
        for (String folder : List.of(".", "sample-app")) {
            try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
                files.filter(Pages::isPage).forEach(pages::add);
            }
        }
        return pages.stream().map(Path::normalize).sorted().toList();
    }

    private static boolean isPage(Path file) {
        return file.toString().endsWith(".md");
    }
}
