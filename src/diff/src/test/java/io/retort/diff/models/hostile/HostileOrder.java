package io.retort.diff.models.hostile;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.List;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Comment;

/**
 * Reserved words, special characters of SQL and Java, letters of other scripts, and names of PostgreSQL's maximum
 * length.
 */
@Entity
@Table(
        name = "`ORDER`",
        indexes = @Index(name = "ix_hostile", columnList = "`it's`, `select`"),
        uniqueConstraints = @UniqueConstraint(name = "uk_hostile", columnNames = "`a b`"))
@Comment("it's \"quoted\" */ ; drop table canary; --")
public class HostileOrder {

    static final String LONG = "nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "`select`")
    private Long id;

    @Column(name = "`it's`", length = 20)
    private String apostrophe;

    @Column(name = "`x; drop table canary; --`", length = 60)
    @ColumnDefault("'it''s; drop table canary; --'")
    private String injection;

    @Column(name = "`a b`", length = 20)
    private String blank;

    @Column(name = "`Gr\u00f6\u00dfe`")
    @Comment("\u540d\u524d, \"size\", it's */")
    private int size;

    @Column(name = "`\u540d\u524d`", length = 20)
    private String script;

    @Column(name = LONG)
    private int longest;

    @Column(name = "`a\\b`")
    private int backslash;

    @Column(name = "`$$ ${x} ? :y %s`")
    private int signs;

    @ManyToOne
    @JoinColumn(name = "`user`")
    private HostileUser user;

    @ElementCollection
    @CollectionTable(name = "`group by`", joinColumns = @JoinColumn(name = "`from`"))
    @Column(name = "`where`", length = 30)
    private List<String> lines;
}
