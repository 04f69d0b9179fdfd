package io.retort.boot.command.rewriting;

import io.retort.boot.autoconfigure.shop.ShopApplication;
import io.retort.diff.question.Answer;
import io.retort.diff.question.Answers;
import io.retort.diff.question.Verb;
import io.retort.migration.RevisionRewriter;
import io.retort.operation.DataOperation;
import io.retort.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;

/**
 * The shop with beans that affect new revisions: answers that drop everything that no longer exists, and a rewriter
 * that updates every product.
 */
@SpringBootApplication
@EntityScan(basePackageClasses = ShopApplication.class)
public class RewritingApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(RewritingApplication.class, arguments);
    }

    @Bean
    Answers allIsDropped() {
        return question -> Optional.of(new Answer(Verb.DROP, ""));
    }

    @Bean
    RevisionRewriter touch() {
        return operations -> {
            List<Operation> more = new ArrayList<>(operations);
            more.add(new DataOperation.Execute("update product set name = name", DataOperation.Execute.NOTHING));
            return more;
        };
    }
}
