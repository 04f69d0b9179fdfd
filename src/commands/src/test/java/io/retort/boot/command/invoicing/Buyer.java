package io.retort.boot.command.invoicing;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
class Buyer {

    @Id
    Long id;
}
