package com.example.pair.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

@Entity
public class Customer {

    @Id
    @GeneratedValue
    private Long id;

    @Column(length = 80, nullable = false, unique = true)
    private String name;

    protected Customer() {}

    public Customer(String name) {
        this.name = name;
    }
}
