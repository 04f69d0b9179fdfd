package io.retort.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.error.RetortException;
import io.retort.tenant.TenantReport;
import io.retort.tenant.TenantRun;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class TenantProgressTests {

    /** One tenant with a long statement must not be silent, even if no tenant is finished yet. */
    @Test
    void namesWhatRunsBeforeTheFirstTenantIsFinished(CapturedOutput output) {
        try (TenantProgress progress = new TenantProgress("Shop", 1, Duration.ofMillis(100))) {
            run(progress, 1, List.of("acme"), 600);
        }

        List<String> before = lines(output).stream()
                .takeWhile(line -> !line.contains("1 of 1"))
                .toList();
        assertThat(before)
                .isNotEmpty()
                .allMatch(line -> line.endsWith("Shop: 0 of 1 tenants are done, 0 failed; running acme for 1 s"));
    }

    @Test
    void countsTenantsAndFailuresWithRateAndRemainingTime(CapturedOutput output) throws InterruptedException {
        List<String> tenants =
                IntStream.range(0, 8).mapToObj(number -> "t" + number).toList();
        try (TenantProgress progress = new TenantProgress("Shop", 8, Duration.ofMillis(100))) {
            TenantReport<String> report = run(progress, 4, tenants, 700);
            assertThat(report.failures()).hasSize(1);
        }
        int before = lines(output).size();
        Thread.sleep(300);

        assertThat(lines(output)).hasSize(before);
        assertThat(lines(output).get(0))
                .matches(".*Shop: 0 of 8 tenants are done, 0 failed; running (t\\d for 1 s(, )?){3} and 1 more");
        assertThat(lines(output))
                .anyMatch(line -> line.matches(".*Shop: 4 of 8 tenants are done, 1 failed; [0-9.]+ per second,"
                        + " about 1 s left; running t\\d for 1 s.*"));
    }

    private static TenantReport<String> run(TenantProgress progress, int parallel, List<String> tenants, long millis) {
        return new TenantRun(parallel, false, progress)
                .run(
                        tenants,
                        tenant -> progress.running(tenant, () -> {
                            try {
                                Thread.sleep(millis);
                            } catch (InterruptedException e) {
                                throw new IllegalStateException(e);
                            }
                            if (tenant.equals("t1")) {
                                throw new RetortException("No.", "Nothing.");
                            }
                            return tenant;
                        }));
    }

    private static List<String> lines(CapturedOutput output) {
        return output.getOut()
                .lines()
                .filter(line -> line.contains("tenants are done"))
                .toList();
    }
}
