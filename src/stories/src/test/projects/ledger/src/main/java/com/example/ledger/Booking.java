package com.example.ledger;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import java.time.Instant;

@Entity
public class Booking {

    @Id
    @GeneratedValue
    private Long id;

    @ManyToOne(optional = false)
    private Account account;

    private BigDecimal amount;

    private Instant bookedAt;
}
