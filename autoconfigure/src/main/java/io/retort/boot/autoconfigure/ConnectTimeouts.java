package io.retort.boot.autoconfigure;

import io.retort.RetortOptions;
import io.retort.error.RetortException;
import io.retort.internal.dialect.Dialects;
import java.time.Duration;
import java.util.Properties;

/** Connection properties with a connect timeout, in case no server responds. */
final class ConnectTimeouts {

    private ConnectTimeouts() {}

    /** Returns new properties for a URL. Parameters in the URL take precedence. */
    static Properties of(String url) {
        Properties properties = new Properties();
        try {
            Duration silence = RetortOptions.STANDARD.silenceTimeout();
            Dialects.ofUrl(url).sessions().connectionProperties(silence).forEach((name, value) -> {
                if (!url.contains(name + "=")) {
                    properties.setProperty(name, value);
                }
            });
        } catch (RetortException unknownProduct) {
            return properties;
        }
        return properties;
    }
}
