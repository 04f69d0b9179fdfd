package io.retort.benchmarks.tool;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Main class of every measured process: the sample application, which prints its CPU time when it ends. */
public final class CheckProcess {

    /** Prefix of the line with the CPU time of the process, in nanoseconds. */
    static final String RESULT = "check-benchmark ";

    private static final String APPLICATION = "io.retort.sample.ClinicApplication";

    private CheckProcess() {}

    public static void main(String[] arguments) throws Exception {
        Runtime.getRuntime().addShutdownHook(new Thread(CheckProcess::report));
        Class.forName(APPLICATION).getMethod("main", String[].class).invoke(null, (Object) arguments);
    }

    private static void report() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        System.out.println(System.lineSeparator() + RESULT + system.getProcessCpuTime());
    }
}
