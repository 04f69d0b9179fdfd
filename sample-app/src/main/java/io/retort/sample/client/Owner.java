package io.retort.sample.client;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.MapKeyJdbcTypeCode;
import org.hibernate.annotations.UpdateTimestamp;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A person who brings animals to the clinic and pays for them. */
@Entity
@Table(
        name = "owner",
        comment = "People who bring animals to the clinic",
        uniqueConstraints = @UniqueConstraint(name = "uq_owner_email", columnNames = "email"),
        indexes = @Index(name = "ix_owner_name", columnList = "last_name, first_name"))
public class Owner {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Column(nullable = false, length = 60)
    private String firstName;

    @Column(nullable = false, length = 60)
    private String lastName;

    @Column(nullable = false, length = 160)
    private String email;

    @Embedded
    private Address address;

    @ElementCollection
    @CollectionTable(
            name = "owner_phone",
            joinColumns = @JoinColumn(name = "owner_id"),
            foreignKey = @ForeignKey(name = "fk_owner_phone_owner"))
    @MapKeyColumn(name = "kind", length = 10)
    @MapKeyEnumerated(EnumType.STRING)
    @MapKeyJdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "phone_number", nullable = false, length = 30)
    private Map<PhoneKind, String> phones = new EnumMap<>(PhoneKind.class);

    @Column(nullable = false, comment = "Whether vaccination reminders may be sent by email")
    @ColumnDefault("true")
    private boolean remindersWanted = true;

    @CreationTimestamp
    @Column(nullable = false, updatable = false)
    private Instant createdAt;

    @UpdateTimestamp
    @Column(nullable = false)
    private Instant updatedAt;

    protected Owner() {}

    public Owner(String firstName, String lastName, String email, Address address) {
        this.firstName = firstName;
        this.lastName = lastName;
        this.email = email;
        this.address = address;
    }

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

    public void rename(String firstName, String lastName) {
        this.firstName = firstName;
        this.lastName = lastName;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public Address getAddress() {
        return address;
    }

    public void moveTo(Address address) {
        this.address = address;
    }

    public Map<PhoneKind, String> getPhones() {
        return phones;
    }

    /** Sets a phone number, or removes it if the number is blank. */
    public void setPhone(PhoneKind kind, String number) {
        if (number.isBlank()) {
            phones.remove(kind);
        } else {
            phones.put(kind, number.strip());
        }
    }

    public boolean isRemindersWanted() {
        return remindersWanted;
    }

    public void setRemindersWanted(boolean remindersWanted) {
        this.remindersWanted = remindersWanted;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    public Instant getUpdatedAt() {
        return updatedAt;
    }
}
