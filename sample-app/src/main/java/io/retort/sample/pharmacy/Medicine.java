package io.retort.sample.pharmacy;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A medicine in one strength, with its price and stock. */
@Entity
@Table(
        name = "medicine",
        check = @CheckConstraint(name = "ck_medicine_stock", constraint = "stock >= 0"),
        uniqueConstraints =
                @UniqueConstraint(
                        name = "uq_medicine_name_strength",
                        columnNames = {"name", "strength"}))
public class Medicine {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private int version;

    @Column(nullable = false, length = 80)
    private String name;

    @Column(nullable = false, length = 20)
    private String strength;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(nullable = false, length = 20)
    private DosageForm dosageForm;

    @Column(nullable = false, precision = 8, scale = 2)
    private BigDecimal price;

    @Column(nullable = false)
    @ColumnDefault("0")
    private int stock;

    @Column(length = 4000)
    private @Nullable String leaflet;

    protected Medicine() {}

    public Medicine(String name, String strength, DosageForm dosageForm, BigDecimal price) {
        this.name = name;
        this.strength = strength;
        this.dosageForm = dosageForm;
        this.price = price;
    }

    /**
     * Removes a quantity from the stock.
     *
     * @throws OutOfStockException if the stock is too low; it stays unchanged
     */
    public void dispense(int quantity) {
        if (quantity > stock) {
            throw new OutOfStockException(this);
        }
        stock -= quantity;
    }

    public @Nullable Long getId() {
        return id;
    }

    public int getVersion() {
        return version;
    }

    public String getName() {
        return name;
    }

    public String getStrength() {
        return strength;
    }

    public String getLabel() {
        return name + " " + strength;
    }

    public void relabel(String name, String strength) {
        this.name = name;
        this.strength = strength;
    }

    public DosageForm getDosageForm() {
        return dosageForm;
    }

    public void setDosageForm(DosageForm dosageForm) {
        this.dosageForm = dosageForm;
    }

    public BigDecimal getPrice() {
        return price;
    }

    public void setPrice(BigDecimal price) {
        this.price = price;
    }

    public int getStock() {
        return stock;
    }

    public void setStock(int stock) {
        this.stock = stock;
    }

    public @Nullable String getLeaflet() {
        return leaflet;
    }

    public void setLeaflet(@Nullable String leaflet) {
        this.leaflet = leaflet;
    }
}
