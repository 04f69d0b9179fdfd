package io.retort.boot.command.unit.app.billing;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Entity in the second database. */
@Entity
public class Invoice {

    @Id
    Long id;

    long total;

    Boolean paid;
}
