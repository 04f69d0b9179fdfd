package io.retort.sample.staff;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A member of staff; everyone except the head of the clinic has a supervisor. */
@Entity
@Table(
        name = "staff_member",
        uniqueConstraints = @UniqueConstraint(name = "uq_staff_member_email", columnNames = "email"))
@Inheritance(strategy = InheritanceType.JOINED)
public abstract class StaffMember {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(nullable = false, length = 60)
    private String firstName;

    @Column(nullable = false, length = 60)
    private String lastName;

    @Column(nullable = false, length = 160)
    private String email;

    @Column(nullable = false)
    private LocalDate hiredOn;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "supervisor_id", foreignKey = @ForeignKey(name = "fk_staff_member_supervisor"))
    private @Nullable StaffMember supervisor;

    protected StaffMember() {}

    protected StaffMember(String firstName, String lastName, LocalDate hiredOn) {
        this.firstName = firstName;
        this.lastName = lastName;
        this.hiredOn = hiredOn;
        this.email = (firstName + "." + lastName + "@willowlane.example").toLowerCase(Locale.ROOT);
    }

    /** Returns the name with the title, for display. */
    public abstract String getTitle();

    public @Nullable Long getId() {
        return id;
    }

    public String getFirstName() {
        return firstName;
    }

    public String getLastName() {
        return lastName;
    }

    public String getFullName() {
        return firstName + " " + lastName;
    }

    public String getEmail() {
        return email;
    }

    public LocalDate getHiredOn() {
        return hiredOn;
    }

    public @Nullable StaffMember getSupervisor() {
        return supervisor;
    }

    public void setSupervisor(@Nullable StaffMember supervisor) {
        this.supervisor = supervisor;
    }
}
