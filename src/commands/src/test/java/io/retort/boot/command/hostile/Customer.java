package io.retort.boot.command.hostile;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
class Customer {

    @Id
    Long id;

    @Convert(converter = SecretConverter.class)
    String cardNumber;
}
