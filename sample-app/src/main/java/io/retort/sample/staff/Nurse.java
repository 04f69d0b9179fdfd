package io.retort.sample.staff;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.hibernate.annotations.ColumnDefault;

/** A veterinary nurse, possibly trained to assist in the operating theatre. */
@Entity
@Table(name = "nurse")
@PrimaryKeyJoinColumn(name = "staff_member_id", foreignKey = @ForeignKey(name = "fk_nurse_staff_member"))
public class Nurse extends StaffMember {

    @Column(nullable = false)
    @ColumnDefault("false")
    private boolean theatreTrained;

    protected Nurse() {}

    public Nurse(String firstName, String lastName, LocalDate hiredOn, boolean theatreTrained) {
        super(firstName, lastName, hiredOn);
        this.theatreTrained = theatreTrained;
    }

    @Override
    public String getTitle() {
        return "Nurse " + getFullName();
    }

    public boolean isTheatreTrained() {
        return theatreTrained;
    }
}
