package org.flywaydb.core;

/** Stands for Flyway's own class, which no test needs to do anything. */
public class Flyway {}
