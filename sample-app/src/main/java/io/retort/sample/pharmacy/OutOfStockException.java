package io.retort.sample.pharmacy;

/** More of a medicine was asked for than there is on the shelf. */
public class OutOfStockException extends RuntimeException {

    OutOfStockException(Medicine medicine) {
        super("only " + medicine.getStock() + " left of " + medicine.getLabel());
    }
}
