package io.retort.sample.client;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Address of an owner, also used for invoices. */
@Embeddable
public record Address(
        @Column(name = "street", nullable = false, length = 120)
        String street,

        @Column(name = "postal_code", nullable = false, length = 12)
        String postalCode,

        @Column(name = "city", nullable = false, length = 80)
        String city) {}
