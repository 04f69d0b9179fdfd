package io.retort.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.boot.autoconfigure.revisions.R1a2b3c4d5e6f_create_product;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.GenerationContext;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.javapoet.ClassName;

class AheadOfTimeTests {

    private final GenerationContext generation = new DefaultGenerationContext(
            new ClassNameGenerator(ClassName.get("io.retort.test", "Application")), new InMemoryGeneratedFiles());

    @BeforeEach
    void process() {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        TestPropertyValues.of(
                        "retort.locations=io.retort.boot.autoconfigure.revisions,classpath:history",
                        "spring.datasource.url=jdbc:h2:mem:aot")
                .applyTo(context);
        context.register(DataSourceAutoConfiguration.class, RetortAutoConfiguration.class);
        new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
    }

    @Test
    void revisionClassesCanBeMadeByReflection() {
        assertThat(RuntimeHintsPredicates.reflection()
                        .onType(R1a2b3c4d5e6f_create_product.class)
                        .withMemberCategory(org.springframework.aot.hint.MemberCategory.INVOKE_PUBLIC_CONSTRUCTORS))
                .accepts(generation.getRuntimeHints());
    }

    @Test
    void revisionFilesAreThere() {
        assertThat(RuntimeHintsPredicates.resource().forResource("history/2b3c4d5e6f7a_name_product.sql"))
                .accepts(generation.getRuntimeHints());
        assertThat(RuntimeHintsPredicates.resource().forResource("placed/3c4d5e6f7a8b_grant.sql"))
                .rejects(generation.getRuntimeHints());
    }

    @Test
    void theStandardLocationIsThere() {
        assertThat(RuntimeHintsPredicates.resource().forResource("db/revisions/any.sql"))
                .accepts(generation.getRuntimeHints());
    }
}
