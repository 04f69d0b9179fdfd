package io.retort.sample;

import io.retort.test.RetortTest;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

/** What every history must keep, on a database in memory that is thrown away. */
@SpringBootTest(properties = {"clinic.demo-data=false", "spring.datasource.url=jdbc:h2:mem:history;DB_CLOSE_DELAY=-1"})
@ActiveProfiles("test")
class HistoryTests {

    @RetortTest
    void theHistoryIsSound() {}
}
