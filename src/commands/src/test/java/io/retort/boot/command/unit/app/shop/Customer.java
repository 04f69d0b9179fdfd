package io.retort.boot.command.unit.app.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Entity in the first database. */
@Entity
public class Customer {

    @Id
    Long id;

    @Column(nullable = false, length = 100)
    String name;
}
