package liquibase.integration.spring;

/** Stands for Liquibase's own class, which no test needs to do anything. */
public class SpringLiquibase {}
