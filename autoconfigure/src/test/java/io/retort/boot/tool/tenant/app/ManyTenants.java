package io.retort.boot.tool.tenant.app;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** An application whose tenants have a schema each. */
@SpringBootApplication
public class ManyTenants {}
