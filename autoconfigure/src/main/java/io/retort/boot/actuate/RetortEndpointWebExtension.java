package io.retort.boot.actuate;

import java.time.Instant;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;
import org.springframework.util.MimeType;

/**
 * The page for operators: what {@link RetortEndpoint} returns, as HTML, for requests that prefer {@code text/html}, such
 * as those of a browser. Other requests receive JSON. Read-only; the settings of the endpoint decide who can read it.
 */
@EndpointWebExtension(endpoint = RetortEndpoint.class)
public final class RetortEndpointWebExtension {

    private static final String HTML = "text/html;charset=UTF-8";

    private final RetortEndpoint endpoint;

    /**
     * Creates a page.
     *
     * @param endpoint reads the status; never null
     */
    public RetortEndpointWebExtension(RetortEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /**
     * Reads the status of all units.
     *
     * @return the page; never null
     */
    @ReadOperation(produces = HTML)
    public WebEndpointResponse<String> page() {
        return new WebEndpointResponse<>(OperatorPage.of(endpoint.units(), Instant.now()), MimeType.valueOf(HTML));
    }
}
