package io.retort.sample.client;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Where an owner lives and where invoices are sent. */
@Embeddable
public record Address(
        @Column(name = "street", nullable = false, length = 120)
        String street,

        @Column(name = "postal_code", nullable = false, length = 12)
        String postalCode,

        @Column(name = "city", nullable = false, length = 80)
        String city) {}
