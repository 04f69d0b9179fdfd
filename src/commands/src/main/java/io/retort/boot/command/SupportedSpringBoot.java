package io.retort.boot.command;

import io.retort.error.ExitStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootVersion;

/**
 * Checks the version of Spring Boot before anything of Retort that needs a newer one is loaded, because the failures
 * of an older one do not mention Retort.
 */
final class SupportedSpringBoot {

    private SupportedSpringBoot() {}

    /**
     * Checks the version on the class path.
     *
     * @param command whether a command runs; it ends the process without a stack trace
     * @throws IllegalStateException if Retort does not support it
     */
    static void require(boolean command) {
        String problem = problem(SpringBootVersion.getVersion());
        if (problem != null) {
            System.err.println(problem);
            if (command) {
                System.exit(ExitStatus.FAILED.code());
            }
            throw new IllegalStateException(problem);
        }
    }

    /** Returns what is wrong with a version; null if it is supported. */
    static @Nullable String problem(String version) {
        return version.matches("[0-3]\\..*")
                ? "Retort supports Spring Boot 4; this application has Spring Boot " + version
                        + ". Upgrade Spring Boot, or remove retort-spring-boot-starter."
                : null;
    }
}
