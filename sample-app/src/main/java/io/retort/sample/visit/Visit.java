package io.retort.sample.visit;

import io.retort.sample.client.Patient;
import io.retort.sample.staff.Veterinarian;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A patient's appointment with a veterinarian and its outcome. */
@Entity
@Table(
        name = "visit",
        comment = "Appointments, past and planned",
        uniqueConstraints =
                @UniqueConstraint(
                        name = "uq_visit_slot",
                        columnNames = {"veterinarian_id", "starts_at"}),
        indexes = @Index(name = "ix_visit_patient_newest", columnList = "patient_id, starts_at desc"))
public class Visit {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Version
    private int version;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "patient_id", nullable = false, foreignKey = @ForeignKey(name = "fk_visit_patient"))
    private Patient patient;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "veterinarian_id", nullable = false, foreignKey = @ForeignKey(name = "fk_visit_veterinarian"))
    private Veterinarian veterinarian;

    @Column(nullable = false, comment = "Local time at the clinic")
    private LocalDateTime startsAt;

    @Column(nullable = false, length = 200)
    private String reason;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(nullable = false, length = 20)
    @ColumnDefault("'PLANNED'")
    private VisitStatus status = VisitStatus.PLANNED;

    @Column(length = 4000)
    private @Nullable String notes;

    @OneToMany(mappedBy = "visit", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("id")
    private List<Treatment> treatments = new ArrayList<>();

    @OneToOne(mappedBy = "visit", cascade = CascadeType.ALL)
    private @Nullable Invoice invoice;

    protected Visit() {}

    public Visit(Patient patient, Veterinarian veterinarian, LocalDateTime startsAt, String reason) {
        this.patient = patient;
        this.veterinarian = veterinarian;
        this.startsAt = startsAt;
        this.reason = reason;
    }

    /** Records the outcome of this visit. */
    public void report(VisitStatus status, @Nullable String notes) {
        this.status = status;
        this.notes = notes;
    }

    public void add(Treatment treatment) {
        treatments.add(treatment);
    }

    /** Returns the sum of all treatments, in the clinic's currency. */
    public BigDecimal getTotal() {
        return treatments.stream().map(Treatment::getAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Returns whether there are treatments and no invoice yet. */
    public boolean isBillable() {
        return invoice == null && !treatments.isEmpty();
    }

    public @Nullable Long getId() {
        return id;
    }

    public int getVersion() {
        return version;
    }

    public Patient getPatient() {
        return patient;
    }

    public Veterinarian getVeterinarian() {
        return veterinarian;
    }

    public LocalDateTime getStartsAt() {
        return startsAt;
    }

    public String getReason() {
        return reason;
    }

    public VisitStatus getStatus() {
        return status;
    }

    public @Nullable String getNotes() {
        return notes;
    }

    public List<Treatment> getTreatments() {
        return treatments;
    }

    public @Nullable Invoice getInvoice() {
        return invoice;
    }

    public void setInvoice(Invoice invoice) {
        this.invoice = invoice;
    }
}
