package io.retort.sample.visit;

import io.retort.sample.pharmacy.Medicine;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import org.hibernate.annotations.ColumnDefault;
import org.jspecify.annotations.Nullable;

/** A line of a visit's invoice: a service or a dispensed medicine. */
@Entity
@Table(
        name = "treatment",
        check = @CheckConstraint(name = "ck_treatment_quantity", constraint = "quantity > 0"),
        indexes = {
            @Index(name = "ix_treatment_visit", columnList = "visit_id"),
            @Index(name = "ix_treatment_medicine", columnList = "medicine_id")
        })
public class Treatment {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "visit_id", nullable = false, foreignKey = @ForeignKey(name = "fk_treatment_visit"))
    private Visit visit;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "medicine_id", foreignKey = @ForeignKey(name = "fk_treatment_medicine"))
    private @Nullable Medicine medicine;

    @Column(nullable = false, length = 120)
    private String description;

    @Column(nullable = false)
    @ColumnDefault("1")
    private int quantity;

    @Column(nullable = false, precision = 8, scale = 2)
    private BigDecimal unitPrice;

    protected Treatment() {}

    /** Creates a service, such as an examination. */
    public Treatment(Visit visit, String description, int quantity, BigDecimal unitPrice) {
        this.visit = visit;
        this.description = description;
        this.quantity = quantity;
        this.unitPrice = unitPrice;
    }

    /** Creates a dispensed medicine at its current price. */
    public Treatment(Visit visit, Medicine medicine, int quantity) {
        this(visit, medicine.getLabel(), quantity, medicine.getPrice());
        this.medicine = medicine;
    }

    /** Returns quantity times unit price, in the clinic's currency. */
    public BigDecimal getAmount() {
        return unitPrice.multiply(BigDecimal.valueOf(quantity));
    }

    public @Nullable Long getId() {
        return id;
    }

    public Visit getVisit() {
        return visit;
    }

    public @Nullable Medicine getMedicine() {
        return medicine;
    }

    public String getDescription() {
        return description;
    }

    public int getQuantity() {
        return quantity;
    }

    public BigDecimal getUnitPrice() {
        return unitPrice;
    }
}
