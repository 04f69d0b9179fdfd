package io.retort.test.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class Customer {

    @Id
    private long id;

    @Column(nullable = false)
    private String firstName;
}
