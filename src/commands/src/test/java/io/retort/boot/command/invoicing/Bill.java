package io.retort.boot.command.invoicing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

@Entity
@Table(
        indexes = @Index(name = "ix_bill_note", columnList = "note"),
        uniqueConstraints = @UniqueConstraint(name = "uk_bill_number", columnNames = "number"))
class Bill {

    @Id
    Long id;

    @ManyToOne
    @JoinColumn(name = "buyer_id", foreignKey = @ForeignKey(name = "fk_bill_buyer"))
    Buyer buyer;

    @Column(length = 80, nullable = false)
    String note;

    Long number;
}
