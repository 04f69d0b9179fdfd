package io.retort.sample;

import io.retort.test.RetortTest;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

/** Runs the checks of {@link RetortTest} on an in-memory database. */
@SpringBootTest(properties = {"clinic.demo-data=false", "spring.datasource.url=jdbc:h2:mem:history;DB_CLOSE_DELAY=-1"})
@ActiveProfiles("test")
class HistoryTests {

    @RetortTest
    void theHistoryIsSound() {}
}
