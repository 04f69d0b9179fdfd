package io.retort.internal.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdbcUrlTests {

    /** Each password contains these three, so that a remaining part is found, too. */
    private static final List<String> MARKS = List.of("geheim1", "geheim2", "geheim3");

    private static final String HOSTILE = ",;&='\"(){}[]\\/?#@:%+$ *!~|<>äß€\t";

    private static final List<String> NAMES = List.of(
            "password",
            "PASSWORD",
            "pwd",
            "sslpassword",
            "password1",
            "password2",
            "password3",
            "trustStorePassword",
            "keyStorePassword",
            "trustCertificateKeyStorePassword",
            "clientCertificateKeyStorePassword",
            "keyStoreSecret",
            "accessToken",
            "AADSecurePrincipalSecret",
            "clientKeyPassword",
            "oracle.net.wallet_password",
            "options",
            "sessionVariables",
            "INIT",
            "hexkey");

    /**
     * Covers every way in which a product accepts a secret in its URL, with the characters that its driver permits
     * there.
     */
    private static String url(Random random) {
        String secret = secret(random);
        String name = NAMES.get(random.nextInt(NAMES.size()));
        String host = List.of("db.example.com", "10.0.0.7:5432", "[::1]:5432", "one:1,two:2", "one,[::1]:2,[fe80::2]")
                .get(random.nextInt(4));
        String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        return switch (random.nextInt(14)) {
            case 0 -> "jdbc:postgresql://" + host + "/shop?user=keeper&" + name + "=" + encoded;
            case 1 -> "jdbc:postgresql://" + host + "/shop?" + name + "=" + secret.replace("&", "") + "&user=keeper";
            case 2 -> "jdbc:mysql://keeper:" + encoded + "@" + host + "/shop?" + name + "=" + encoded;
            case 3 -> "jdbc:mysql://keeper:" + secret.replaceAll("[/?#]", "") + "@" + host + "/shop";
            case 4 ->
                "jdbc:mysql://(host=db,port=3306,user=keeper," + name + "=" + secret.replaceAll("[/?#,()]", "")
                        + ")/shop";
            case 5 ->
                "jdbc:mariadb:sequential://address=(host=db)(port=3306)(" + name + "="
                        + secret.replaceAll("[/?#()]", "") + ")/shop?x=1";
            case 6 -> "jdbc:mariadb://" + host + "/shop?" + name + "=" + secret.replace("&", "");
            case 7 ->
                "jdbc:h2:file:/data/shop;" + name + "="
                        + secret.replace("\\", "\\\\").replace(";", "\\;") + ";MODE=MySQL";
            case 8 -> "jdbc:h2:tcp://keeper:" + secret.replaceAll("[/;?#]", "") + "@localhost/~/shop";
            case 9 -> "jdbc:hsqldb:hsql://localhost/shop;user=keeper;" + name + "=" + secret.replace(";", "");
            case 10 ->
                "jdbc:sqlserver://db\\instance:1433;user=keeper;" + name + "={" + secret.replace("}", "}}")
                        + "};databaseName=shop";
            case 11 -> "jdbc:oracle:thin:keeper/\"" + secret.replace("\"", "") + "\"@//" + host.split(",")[0] + "/shop";
            case 12 -> "jdbc:oracle:thin:@//db:1521/shop?" + name + "=" + secret;
            default -> "jdbc:db2://db:50000/shop:user=keeper;" + name + "=" + secret.replace(";", "") + ";";
        };
    }

    private static String secret(Random random) {
        StringBuilder secret = new StringBuilder();
        for (String mark : MARKS) {
            for (int i = random.nextInt(3); i > 0; i--) {
                secret.append(HOSTILE.charAt(random.nextInt(HOSTILE.length())));
            }
            secret.append(mark);
        }
        return secret.append(HOSTILE.charAt(random.nextInt(HOSTILE.length()))).toString();
    }

    @Test
    void noPieceOfASecretIsLeftOfAnyUrl() {
        Random random = new Random(40);
        List<String> leaks = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            String url = url(random);
            for (String shown : List.of(
                    JdbcUrl.withoutSecrets(url),
                    Secrets.maskLogin("Cannot take " + url + ", sorry"),
                    Secrets.maskMessage("Driver org.example.Driver claims to not accept jdbcUrl, " + url))) {
                if (MARKS.stream().anyMatch(shown::contains)) {
                    leaks.add(url + " -> " + shown);
                }
            }
        }
        assertThat(leaks).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jdbc:postgresql://db:5432/shop?password=a,b;c&sslmode=require | jdbc:postgresql://db:5432/shop",
                "jdbc:postgresql://one,two:5433/shop?currentSchema=eu&user=x | jdbc:postgresql://one,two:5433/shop?currentSchema=eu",
                "jdbc:postgresql:shop | jdbc:postgresql:shop",
                "jdbc:mysql://keeper:a@b@db:3306/shop | jdbc:mysql://db:3306/shop",
                "jdbc:mysql://(host=db,password=x)/shop | jdbc:mysql://***/shop",
                "jdbc:mariadb:replication://one,two/shop | jdbc:mariadb:replication://one,two/shop",
                "jdbc:h2:file:/data/shop;PASSWORD=x | jdbc:h2:file:/data/shop",
                "jdbc:h2:mem:6f0c-42;DB_CLOSE_DELAY=-1 | jdbc:h2:mem:6f0c-42",
                "jdbc:h2:~/shop | jdbc:h2:~/shop",
                "jdbc:sqlite:data/shop.db?key=x | jdbc:sqlite:data/shop.db",
                "jdbc:sqlite::memory: | jdbc:sqlite::memory:",
                "jdbc:sqlserver://db:1433;databaseName=shop;user=x;password={a;b} | jdbc:sqlserver://db:1433;databaseName=shop",
                "jdbc:sqlserver://db\\eu;user=x | jdbc:sqlserver://db\\eu",
                "jdbc:oracle:thin:scott/tiger@//db:1521/shop | jdbc:oracle:thin:***@//db:1521/shop",
                "jdbc:oracle:thin:@db:1521:shop | jdbc:oracle:thin:@db:1521:shop",
                "jdbc:tc:postgresql:18:///shop | jdbc:tc:postgresql:18:///shop",
                "postgresql://keeper:x@db/shop | ***"
            })
    void whatIsNoSecretIsShown(String url, String shown) {
        assertThat(JdbcUrl.withoutSecrets(url)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Entity 'com.example.Shop' has no identifier (every '@Entity' class must declare an '@Id' or '@EmbeddedId' property)",
                "(using password: YES)",
                "io.example.Shop@1a2b3c is not known",
                "FATAL: database \"shop\" does not exist",
                "No suitable driver found for jdbc:postgresql://db/shop, sorry",
                "at io.retort.Secrets.mask(Secrets.java:20)"
            })
    void ordinaryTextStaysAsItIs(String text) {
        assertThat(Secrets.maskMessage(text)).isEqualTo(text);
    }
}
