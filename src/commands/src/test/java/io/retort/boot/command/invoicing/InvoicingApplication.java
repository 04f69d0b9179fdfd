package io.retort.boot.command.invoicing;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** An application that adds an index, keys and a required column to a table with rows. */
@SpringBootApplication
public class InvoicingApplication {}
