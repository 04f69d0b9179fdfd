package io.retort.sample.client;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An animal under the clinic's care. */
@Entity
@Table(
        name = "patient",
        check = @CheckConstraint(name = "ck_patient_weight", constraint = "weight_kg > 0"),
        uniqueConstraints = {
            @UniqueConstraint(
                    name = "uq_patient_owner_name",
                    columnNames = {"owner_id", "name"}),
            @UniqueConstraint(name = "uq_patient_microchip", columnNames = "microchip")
        })
public class Patient {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "owner_id", nullable = false, foreignKey = @ForeignKey(name = "fk_patient_owner"))
    private Owner owner;

    @Column(nullable = false, length = 60)
    private String name;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(nullable = false, length = 20)
    private Species species;

    private @Nullable LocalDate birthDate;

    @Column(precision = 6, scale = 2, comment = "Kilograms, as weighed at the last visit")
    private @Nullable BigDecimal weightKg;

    @Column(length = 15)
    private @Nullable String microchip;

    @ElementCollection
    @CollectionTable(
            name = "patient_allergy",
            joinColumns = @JoinColumn(name = "patient_id"),
            foreignKey = @ForeignKey(name = "fk_patient_allergy_patient"))
    @Column(name = "substance", nullable = false, length = 60)
    @OrderBy
    private Set<String> allergies = new TreeSet<>();

    protected Patient() {}

    public Patient(Owner owner, String name, Species species) {
        this.owner = owner;
        this.name = name;
        this.species = species;
    }

    public @Nullable Long getId() {
        return id;
    }

    public Owner getOwner() {
        return owner;
    }

    public String getName() {
        return name;
    }

    public Species getSpecies() {
        return species;
    }

    public void identify(String name, Species species) {
        this.name = name;
        this.species = species;
    }

    public @Nullable LocalDate getBirthDate() {
        return birthDate;
    }

    public void setBirthDate(@Nullable LocalDate birthDate) {
        this.birthDate = birthDate;
    }

    public @Nullable BigDecimal getWeightKg() {
        return weightKg;
    }

    public void setWeightKg(@Nullable BigDecimal weightKg) {
        this.weightKg = weightKg;
    }

    public @Nullable String getMicrochip() {
        return microchip;
    }

    public void setMicrochip(@Nullable String microchip) {
        this.microchip = microchip;
    }

    public Set<String> getAllergies() {
        return allergies;
    }

    public void setAllergies(Collection<String> substances) {
        allergies.retainAll(substances);
        allergies.addAll(substances);
    }
}
