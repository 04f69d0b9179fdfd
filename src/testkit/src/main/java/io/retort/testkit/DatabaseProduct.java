package io.retort.testkit;

import io.retort.testkit.engine.Engine;
import io.retort.testkit.engine.Login;
import io.retort.testkit.launch.Launcher;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** How to obtain a database product. */
interface DatabaseProduct {

    /** The engine of a product and its origin. */
    record Found(Engine engine, Provider provider) {}

    /**
     * Obtains the product.
     *
     * @throws IOException if no permitted origin can supply it; the message contains the reason for each
     */
    Found find(Settings.Mode mode, Optional<Login> own) throws IOException;

    /** A product that runs inside this JVM. */
    record InProcess(Supplier<Engine> engine) implements DatabaseProduct {

        @Override
        public Found find(Settings.Mode mode, Optional<Login> own) throws IOException {
            if (own.isPresent()) {
                throw new IOException("it runs in process, a URL of one's own cannot be used");
            }
            return new Found(engine.get(), Provider.IN_PROCESS);
        }
    }

    /** A product with a server. */
    record Server(Function<Login, Engine> engine, Launcher docker, Launcher embedded) implements DatabaseProduct {

        @Override
        public Found find(Settings.Mode mode, Optional<Login> own) throws IOException {
            if (own.isPresent()) {
                return new Found(engine.apply(own.get()), Provider.OWN);
            }
            return switch (mode) {
                case DOCKER -> inDocker();
                case EMBEDDED -> embedded("");
                case AUTO -> inDockerElseEmbedded();
            };
        }

        private Found inDockerElseEmbedded() throws IOException {
            try {
                return inDocker();
            } catch (IOException e) {
                return embedded(e.getMessage() + "; ");
            }
        }

        private Found inDocker() throws IOException {
            try {
                return new Found(engine.apply(docker.start()), Provider.DOCKER);
            } catch (IOException e) {
                throw new IOException("docker: " + e.getMessage(), e);
            }
        }

        private Found embedded(String soFar) throws IOException {
            try {
                return new Found(engine.apply(embedded.start()), Provider.EMBEDDED);
            } catch (IOException e) {
                throw new IOException(soFar + "embedded: " + e.getMessage(), e);
            }
        }
    }
}
