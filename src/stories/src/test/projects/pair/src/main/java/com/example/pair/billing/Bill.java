package com.example.pair.billing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

@Entity
public class Bill {

    @Id
    @GeneratedValue
    private Long id;

    @Column(length = 80, nullable = false)
    private String payer;

    private int amount;

    protected Bill() {}

    public Bill(String payer, int amount) {
        this.payer = payer;
        this.amount = amount;
    }
}
