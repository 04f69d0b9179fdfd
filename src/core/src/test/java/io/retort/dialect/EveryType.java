package io.retort.dialect;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An attribute of every type, each in its own column. */
@Entity(name = "every_type")
class EveryType {

    enum Color {
        RED,
        BLUE
    }

    /** Only for products with intervals. */
    @Entity(name = "interval_type")
    static class Interval {

        @Id
        @JdbcTypeCode(SqlTypes.INTERVAL_SECOND)
        Duration a_duration;
    }

    @Id
    Long a_long;

    boolean a_boolean;
    byte a_byte;
    short a_short;
    int an_int;
    float a_float;
    double a_double;
    BigDecimal a_decimal;
    BigInteger a_big_integer;
    char a_char;
    String a_string;
    byte[] bytes;
    LocalDate a_date;
    LocalTime a_time;
    LocalDateTime a_timestamp;
    OffsetDateTime an_offset;
    Instant an_instant;
    UUID a_uuid;
    InetAddress an_address;
    String[] strings;

    @Column(length = 20)
    String a_short_string;

    @Column(length = 20_000)
    String a_long_string;

    @Column(length = 20_000_000)
    String a_very_long_string;

    @Column(precision = 6, scale = 3)
    BigDecimal a_small_decimal;

    @Lob
    String a_clob;

    @Lob
    byte[] a_blob;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> a_json;

    @JdbcTypeCode(SqlTypes.SQLXML)
    String an_xml;

    @Enumerated(EnumType.STRING)
    Color a_color;

    @Enumerated
    Color an_ordinal;
}
