package io.retort.boot.command.tenant.app;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** An application with a schema for each tenant. */
@SpringBootApplication
public class ManyTenants {}
