package io.retort.boot.command.tenant.app;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Entity with a table in the schema of each tenant. */
@Entity
public class Invoice {

    @Id
    Long id;

    long total;

    Boolean paid;

    Integer reminders;
}
