package io.retort.sample.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests the actuator endpoint over HTTP. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
class EndpointPageTests {

    @LocalServerPort
    private int port;

    @Test
    void theEndpointTellsWhereTheDatabaseIs() throws Exception {
        HttpResponse<String> answer = get("/actuator/retort");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).contains("json"));
        JsonNode units = new JsonMapper()
                .readTree(answer.body())
                .path("contexts")
                .path("willow-lane")
                .path("units");
        assertThat(units.size()).isOne();
        JsonNode unit = units.iterator().next();
        assertThat(unit.path("database").asString()).contains("H2");
        assertThat(unit.path("current").get(0).asString()).isEqualTo("2e8fb41d90c3");
        assertThat(unit.path("heads")).isEqualTo(unit.path("current"));
        assertThat(unit.path("pending").size()).isZero();
        JsonNode revision = unit.path("history").get(0);
        assertThat(revision.path("id").asString()).isEqualTo("a1d5d04722c1");
        assertThat(revision.path("message").asString()).isEqualTo("open the clinic");
    }

    @Test
    void otherEndpointsStayClosed() throws Exception {
        assertThat(get("/actuator/env").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> get(String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + port + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
}
