package io.retort.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.error.RetortException;
import io.retort.tenant.TenantReport.TenantResult;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TenantRunTests {

    private static final List<String> TENANTS =
            IntStream.rangeClosed(1, 20).mapToObj(i -> "t" + i).toList();

    @Test
    void answersInTheOrderOfTheTenants() {
        TenantReport<String> report = run(4, false).run(TENANTS, tenant -> "done " + tenant);

        assertThat(report.results()).extracting(TenantResult::tenant).containsExactlyElementsOf(TENANTS);
        assertThat(report.values()).startsWith("done t1", "done t2").hasSize(20);
        assertThat(report.failures()).isEmpty();
    }

    @Test
    void worksOnAsManyAtOnceAsItMayAndOnNoMore() {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch three = new CountDownLatch(3);

        run(3, false).run(TENANTS, tenant -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            three.countDown();
            await(three);
            now.decrementAndGet();
            return tenant;
        });

        assertThat(most).hasValue(3);
    }

    @Test
    void aFailureDoesNotStopTheOthers() {
        TenantReport<String> report = run(2, false).run(TENANTS, failingAt("t3"));

        assertThat(report.values()).hasSize(19);
        assertThat(report.failures())
                .singleElement()
                .satisfies(failed -> assertThat(failed.failure()).hasMessageContaining("t3 is broken"));
        assertThat(report.notBegun()).isEmpty();
    }

    @Test
    void aFailureStopsTheOthersIfItIsAskedTo() {
        TenantReport<String> report = run(1, true).run(TENANTS, failingAt("t3"));

        assertThat(report.values()).containsExactly("t1", "t2");
        assertThat(report.failures()).hasSize(1);
        assertThat(report.notBegun()).containsExactlyElementsOf(TENANTS.subList(3, 20));
    }

    @Test
    void whatNobodyForesawIsAFailureToo() {
        TenantReport<String> report = run(1, false).run(List.of("t1"), tenant -> {
            throw new IllegalStateException("oh");
        });

        assertThat(report.failures())
                .singleElement()
                .satisfies(failed -> assertThat(failed.failure()).hasMessageContaining("IllegalStateException: oh"));
    }

    @Test
    void anErrorFailsItsTenantAndTheReportsOfTheOthersAreKept() {
        TenantReport<String> report = run(2, false).run(TENANTS, tenant -> {
            if (tenant.equals("t3")) {
                throw new NoClassDefFoundError("gone");
            }
            return tenant;
        });

        assertThat(report.values()).hasSize(19);
        assertThat(report.failures())
                .singleElement()
                .satisfies(failed -> assertThat(failed.failure())
                        .hasMessageContaining("NoClassDefFoundError: gone")
                        .hasCauseInstanceOf(NoClassDefFoundError.class));
    }

    @Test
    void whoeverIsToldOfProgressAndThrowsLosesNoReport() {
        for (Throwable thrown : List.of(new IllegalStateException("oh"), new AssertionError("no"))) {
            TenantReport<String> report =
                    new TenantRun(3, false, (result, number, total) -> sneak(thrown)).run(TENANTS, tenant -> tenant);

            assertThat(report.values()).containsExactlyElementsOf(TENANTS);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }

    @Test
    void progressIsToldOfEachInTurn() {
        List<String> told = new ArrayList<>();
        new TenantRun(5, false, (result, number, total) -> told.add(number + "/" + total))
                .run(TENANTS, tenant -> tenant);

        assertThat(told)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 20).mapToObj(i -> i + "/20").toList());
    }

    @Test
    void noTenantsAreDoneAtOnce() {
        assertThat(run(5, true).run(List.of(), tenant -> tenant).results()).isEmpty();
    }

    @Test
    void anInterruptedRunBeginsNothingMore() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger worked = new AtomicInteger();
        List<RetortException> thrown = new ArrayList<>();
        Thread runner = new Thread(() -> {
            try {
                run(1, false).run(TENANTS, tenant -> {
                    worked.incrementAndGet();
                    begun.countDown();
                    await(goOn);
                    return tenant;
                });
            } catch (RetortException e) {
                thrown.add(e);
            }
        });
        runner.start();
        await(begun);
        runner.interrupt();
        runner.join();
        goOn.countDown();

        assertThat(thrown).singleElement().satisfies(e -> assertThat(e).hasMessageContaining("interrupted"));
        assertThat(worked).hasValue(1);
    }

    private static Function<String, String> failingAt(String broken) {
        return tenant -> {
            if (tenant.equals(broken)) {
                throw new RetortException(tenant + " is broken", "mend it");
            }
            return tenant;
        };
    }

    private static TenantRun run(int parallel, boolean stopOnFailure) {
        return new TenantRun(parallel, stopOnFailure, (result, number, total) -> {});
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
