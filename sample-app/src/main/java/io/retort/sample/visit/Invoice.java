package io.retort.sample.visit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The invoice for a visit; its id is the invoice number. */
@Entity
@Table(name = "invoice", indexes = @Index(name = "ix_invoice_issued_on", columnList = "issued_on desc"))
public class Invoice {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "invoice_number")
    @SequenceGenerator(
            name = "invoice_number",
            sequenceName = "invoice_number_seq",
            initialValue = 1000,
            allocationSize = 1)
    private @Nullable Long id;

    @OneToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "visit_id", nullable = false, foreignKey = @ForeignKey(name = "fk_invoice_visit"))
    private Visit visit;

    @Column(nullable = false)
    private LocalDate issuedOn;

    @Column(nullable = false, precision = 10, scale = 2)
    private BigDecimal total;

    private @Nullable Instant paidAt;

    protected Invoice() {}

    public Invoice(Visit visit, LocalDate issuedOn) {
        this.visit = visit;
        this.issuedOn = issuedOn;
        this.total = visit.getTotal();
    }

    /** Records the payment. Further calls have no effect. */
    public void pay(Instant now) {
        if (paidAt == null) {
            paidAt = now;
        }
    }

    public @Nullable Long getId() {
        return id;
    }

    public Visit getVisit() {
        return visit;
    }

    public LocalDate getIssuedOn() {
        return issuedOn;
    }

    public BigDecimal getTotal() {
        return total;
    }

    public @Nullable Instant getPaidAt() {
        return paidAt;
    }

    public boolean isPaid() {
        return paidAt != null;
    }
}
