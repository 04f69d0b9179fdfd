package io.retort.boot.command;

import io.retort.dialect.Dialect;
import io.retort.error.RetortException;
import io.retort.internal.dialect.Dialects;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The product and version for which entities are read if no database is used.
 *
 * <p>The first that is given counts: the option {@code --database}, the property {@code retort.offline.database}, the product
 * in the file of the newest revision, the URL.
 *
 * @param dialect the product
 * @param version the version, such as {@code 17} or {@code 18.6}; null if unknown
 */
record OfflineProduct(Dialect dialect, @Nullable String version) {

    private static final String MAJOR = "jakarta.persistence.database-major-version";
    private static final String MINOR = "jakarta.persistence.database-minor-version";

    /**
     * Parses a product with or without a version, such as {@code postgresql:17}.
     *
     * @param text the text
     * @param source the name of the option or property, for messages
     * @throws RetortException if the product is unknown or the version is no version
     */
    static OfflineProduct parse(String text, String source) {
        int colon = text.indexOf(':');
        Dialect dialect = Dialects.named(colon < 0 ? text : text.substring(0, colon));
        String version = colon < 0 ? null : text.substring(colon + 1);
        if (version != null && !version.matches("\\d{1,4}(?:\\.\\d{1,4})*")) {
            throw CommandLine.usage(
                    source + " has the version \"" + version + "\", which is not a version of a database.",
                    "Write the product and its version, such as postgresql:17, or the product alone.");
        }
        return new OfflineProduct(dialect, version);
    }

    /** Adds the properties with which Hibernate builds its metadata without a connection. */
    void addTo(Map<String, Object> properties) {
        properties.putIfAbsent("jakarta.persistence.database-product-name", dialect.productName());
        if (version != null && !properties.containsKey(MAJOR)) {
            String[] numbers = version.split("\\.");
            properties.put(MAJOR, Integer.parseInt(numbers[0]));
            if (numbers.length > 1) {
                properties.putIfAbsent(MINOR, Integer.parseInt(numbers[1]));
            }
        }
    }
}
