package io.retort.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.boot.autoconfigure.properties.OfflineProperties;
import io.retort.boot.autoconfigure.properties.RetortProperties;
import io.retort.boot.autoconfigure.properties.UnitProperties;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.BeanUtils;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.json.JsonParserFactory;

/** Compares {@code docs/configuration.md} with the configuration metadata. */
class ConfigurationPageTests {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `((?:retort|management)\\.[a-z.-]+)`");

    @Test
    void tellsOfEveryPropertyAndOfNoOther() throws IOException {
        Set<String> told = ROW.matcher(Files.readString(Path.of("../docs/configuration.md")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(told).isEqualTo(properties());
    }

    @Test
    void tellsOfEveryPropertyOfAUnitAndOfNoOther() throws IOException {
        Set<String> told = Pattern.compile("(?m)^\\| `retort\\.units\\.<name>\\.([a-z.-]+)`")
                .matcher(Files.readString(Path.of("../docs/configuration.md")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        Set<String> existing = properties(UnitProperties.class, "");
        existing.addAll(properties(OfflineProperties.class, "offline."));
        assertThat(told).isEqualTo(existing);
    }

    private static Set<String> properties(Class<?> type, String prefix) {
        return Arrays.stream(BeanUtils.getPropertyDescriptors(type))
                .filter(property -> property.getWriteMethod() != null)
                .map(property -> prefix + DataObjectPropertyName.toDashedForm(property.getName()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> properties() throws IOException {
        try (InputStream file =
                RetortProperties.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
            String json = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            Iterable<?> properties = (Iterable<?>)
                    JsonParserFactory.getJsonParser().parseMap(json).get("properties");
            Set<String> names = new TreeSet<>();
            properties.forEach(property -> names.add(String.valueOf(((Map<?, ?>) property).get("name"))));
            assertThat(names)
                    .hasSizeGreaterThan(10)
                    .allMatch(name -> name.matches("(management\\.[a-z]+\\.)?retort\\..*"));
            return names;
        }
    }
}
