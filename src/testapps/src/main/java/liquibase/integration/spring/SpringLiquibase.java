package liquibase.integration.spring;

/** Placeholder for Liquibase's class; tests need only its name. */
public class SpringLiquibase {}
