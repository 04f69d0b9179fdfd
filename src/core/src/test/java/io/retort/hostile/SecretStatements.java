package io.retort.hostile;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Statements that contain a password. */
public final class SecretStatements {

    /** The password. */
    static final String SECRET = "S3CRET";

    /** The product, and a statement. */
    private static final String STATEMENTS = """
            postgresql | create role bob login password 'S3CRET'
            postgresql | create role bob with encrypted password 'S3CRET' valid until 'infinity'
            postgresql | alter role bob password E'it\\'s S3CRET'
            postgresql | alter user bob with password $$S3CRET$$
            postgresql | alter user bob with password $x$S3CRET$x$
            postgresql | alter role bob password U&'S3CRET'
            postgresql | alter role bob password /* 'x' */ 'S3CRET'
            postgresql | do $$ begin create role bob password 'S3CRET'; end $$
            postgresql | do $$ begin execute 'create role bob password ''S3CRET'''; end $$
            postgresql | create user mapping for bob server s options (user 'bob', password 'S3CRET')
            postgresql | create subscription s connection 'host=a user=b password=S3CRET' publication p
            postgresql | select dblink_connect('postgresql://bob:S3CRET@host/db')
            mariadb    | create user bob identified by 'S3CRET'
            mariadb    | create user bob identified by "S3CRET"
            mariadb    | create user bob identified by 'it\\'s S3CRET'
            mariadb    | create user bob identified by password '*S3CRET'
            mariadb    | create user bob identified via mysql_native_password using password('S3CRET') or unix_socket
            mariadb    | create user bob identified via ed25519 using 'S3CRET', eve identified by 'S3CRET'
            mariadb    | set password = password('S3CRET')
            mariadb    | set password for 'bob'@'%' = password("S3CRET")
            mariadb    | grant all on *.* to bob identified by 'S3CRET'
            mariadb    | change master to master_host = 'a', master_password = 'S3CRET'
            mariadb    | create server s foreign data wrapper mysql options (user 'bob', password 'S3CRET')
            mariadb    | update mysql.user set authentication_string = old_password(concat('S3CRET', 'x'))
            mysql      | alter user bob identified with caching_sha2_password by 'S3CRET' replace 'S3CRET' retain current password
            mysql      | create user bob identified with mysql_native_password as 'S3CRET'
            mysql      | set password for bob = 'S3CRET'
            mysql      | set password to 'S3CRET'
            mysql      | change replication source to source_password = 'S3CRET'
            h2         | create user bob password 'S3CRET' admin
            h2         | alter user bob set password 'S3CRET'
            h2         | create user bob salt 'S3CRET' hash 'S3CRET'
            h2         | set password 'S3CRET'
            hsqldb     | create user bob password digest 'S3CRET'
            hsqldb     | alter user bob set password 'S3CRET'
            sqlserver  | create login bob with password = N'S3CRET' must_change
            sqlserver  | alter login bob with password = 'S3CRET' old_password = 'S3CRET'
            sqlserver  | create credential c with identity = 'bob', secret = 'S3CRET'
            sqlserver  | open symmetric key k decryption by password = 'S3CRET'
            """;

    private SecretStatements() {}

    /** All statements, each with its product. */
    static Stream<Arguments> all() {
        return lines().map(line -> Arguments.of(line.get(0), line.get(1)));
    }

    /** The statements of a product. */
    static List<String> of(String product) {
        return lines().filter(line -> line.get(0).equals(product))
                .map(line -> line.get(1))
                .toList();
    }

    private static Stream<List<String>> lines() {
        return STATEMENTS.lines().map(line -> {
            int bar = line.indexOf('|');
            return List.of(
                    line.substring(0, bar).strip(), line.substring(bar + 1).strip());
        });
    }
}
