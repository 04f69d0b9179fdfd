package io.retort.boot.command.counting;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

@Entity
class Ticket {

    @Id
    @GeneratedValue
    Long id;
}
