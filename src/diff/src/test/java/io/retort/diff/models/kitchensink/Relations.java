package io.retort.diff.models.kitchensink;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/** Relations between entities. */
public final class Relations {

    @Embeddable
    public static class Address {
        String street;

        @Column(length = 10)
        String zip;
    }

    @Entity(name = "Company")
    @SecondaryTable(name = "company_details", pkJoinColumns = @PrimaryKeyJoinColumn(name = "company_id"))
    public static class Company {
        @Id
        @GeneratedValue
        Long id;

        @Embedded
        Address home;

        @Embedded
        @AttributeOverride(name = "street", column = @Column(name = "billing_street"))
        @AttributeOverride(name = "zip", column = @Column(name = "billing_zip"))
        Address billing;

        @Column(table = "company_details", length = 2000)
        String history;

        @OneToMany(mappedBy = "company", cascade = CascadeType.ALL)
        List<Worker> workers;

        @OneToOne
        Worker boss;
    }

    @Entity(name = "Worker")
    public static class Worker {
        @Id
        @GeneratedValue
        Long id;

        @ManyToOne(optional = false)
        @JoinColumn(name = "company_id", foreignKey = @ForeignKey(name = "fk_worker_company"))
        Company company;

        @ManyToOne
        Worker manager;

        @ManyToMany
        Set<Skill> skills = new HashSet<>();

        @ManyToMany
        @JoinTable(
                name = "worker_favourite",
                joinColumns = @JoinColumn(name = "worker"),
                inverseJoinColumns = @JoinColumn(name = "skill"))
        List<Skill> favourites;
    }

    @Entity(name = "Skill")
    public static class Skill {
        @Id
        @GeneratedValue
        Integer id;

        @ManyToOne
        @OnDelete(action = OnDeleteAction.CASCADE)
        Skill broader;

        @ManyToOne
        @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
        Company taughtBy;

        @OneToMany
        @JoinColumn(name = "skill_id")
        List<Lesson> lessons;
    }

    @Entity(name = "Lesson")
    public static class Lesson {
        @Id
        @GeneratedValue
        Integer id;
    }

    @Entity(name = "Passport")
    public static class Passport {
        @Id
        Long id;

        @MapsId
        @OneToOne
        Worker owner;

        @ManyToOne
        @JoinColumn(name = "place_country", referencedColumnName = "country")
        @JoinColumn(name = "place_number", referencedColumnName = "number")
        Identities.EmbeddedKey place;
    }
}
