package io.retort.sample.staff;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;

/** A licensed veterinarian. */
@Entity
@Table(
        name = "veterinarian",
        uniqueConstraints = @UniqueConstraint(name = "uq_veterinarian_licence", columnNames = "licence_number"))
@PrimaryKeyJoinColumn(name = "staff_member_id", foreignKey = @ForeignKey(name = "fk_veterinarian_staff_member"))
public class Veterinarian extends StaffMember {

    @Column(nullable = false, length = 20)
    private String licenceNumber;

    @ManyToMany
    @JoinTable(
            name = "veterinarian_specialty",
            joinColumns = @JoinColumn(name = "veterinarian_id"),
            foreignKey = @ForeignKey(name = "fk_veterinarian_specialty_veterinarian"),
            inverseJoinColumns = @JoinColumn(name = "specialty_id"),
            inverseForeignKey = @ForeignKey(name = "fk_veterinarian_specialty_specialty"))
    private Set<Specialty> specialties = new LinkedHashSet<>();

    protected Veterinarian() {}

    public Veterinarian(String firstName, String lastName, LocalDate hiredOn, String licenceNumber) {
        super(firstName, lastName, hiredOn);
        this.licenceNumber = licenceNumber;
    }

    @Override
    public String getTitle() {
        return "Dr " + getFullName();
    }

    public String getLicenceNumber() {
        return licenceNumber;
    }

    public Set<Specialty> getSpecialties() {
        return specialties;
    }

    public void specialise(Specialty specialty) {
        specialties.add(specialty);
    }
}
