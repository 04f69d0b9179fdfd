package io.retort.benchmarks.start;

import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Main class of every measured process. Arguments: contender, then the application's arguments. Ends when the
 * application is ready.
 */
public final class StartProcess {

    private static final String APPLICATION = "io.retort.sample.ClinicApplication";

    private StartProcess() {}

    public static void main(String[] arguments) throws Exception {
        StartContender who = StartContender.valueOf(arguments[0]);
        SpringApplication application = new SpringApplication(Class.forName(APPLICATION));
        application.addInitializers(context -> measure((ConfigurableApplicationContext) context, who));
        application.run(Arrays.copyOfRange(arguments, 1, arguments.length));
    }

    private static void measure(ConfigurableApplicationContext context, StartContender who) {
        InitializerClock clock = new InitializerClock(context.getBeanFactory(), who);
        context.getBeanFactory().addBeanPostProcessor(clock);
        context.addApplicationListener((ApplicationListener<ApplicationReadyEvent>) ready -> {
            System.out.println(Times.RESULT + clock.report());
            Runtime.getRuntime().halt(0);
        });
    }
}
