package io.retort.boot.command.hostile.ledger;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Entity of the manually configured entity manager factory. */
@Entity
class LedgerEntry {

    @Id
    Long entryNumber;
}
