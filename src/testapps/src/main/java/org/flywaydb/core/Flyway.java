package org.flywaydb.core;

/** Placeholder for Flyway's class; tests need only its name. */
public class Flyway {}
