package io.retort.boot.tool.hostile.ledger;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Belongs to the factory that is made by hand. */
@Entity
class LedgerEntry {

    @Id
    Long entryNumber;
}
