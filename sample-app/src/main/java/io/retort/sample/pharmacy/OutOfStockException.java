package io.retort.sample.pharmacy;

/** Thrown when a medicine's stock is too low. */
public class OutOfStockException extends RuntimeException {

    OutOfStockException(Medicine medicine) {
        super("only " + medicine.getStock() + " left of " + medicine.getLabel());
    }
}
