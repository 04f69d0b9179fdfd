package io.retort.sample.staff;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/** A veterinarian's field of expertise. */
@Entity
@Table(name = "specialty", uniqueConstraints = @UniqueConstraint(name = "uq_specialty_name", columnNames = "name"))
public class Specialty {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Integer id;

    @Column(nullable = false, length = 60)
    private String name;

    protected Specialty() {}

    public Specialty(String name) {
        this.name = name;
    }

    public @Nullable Integer getId() {
        return id;
    }

    public String getName() {
        return name;
    }
}
