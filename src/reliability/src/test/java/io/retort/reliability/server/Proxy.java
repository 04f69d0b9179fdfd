package io.retort.reliability.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** A proxy between a client and a server that can be cut: all connections are closed, and new ones are rejected. */
public final class Proxy implements AutoCloseable {

    private final ServerSocket entrance;
    private final int target;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final Set<Socket> swallowed = ConcurrentHashMap.newKeySet();
    private final AtomicLong bytes = new AtomicLong();
    private volatile boolean cut;

    /** Creates a proxy for a port of this machine. */
    public Proxy(int target) throws IOException {
        this.target = target;
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    /** Returns the port in a JDBC URL. */
    public static int portOf(String url) {
        return URI.create(url.substring("jdbc:".length())).getPort();
    }

    /** Returns the URL with the port of this proxy. */
    public String through(String url) {
        return url.replaceFirst(":" + target, ":" + entrance.getLocalPort()).replace("localhost", "127.0.0.1");
    }

    /** Returns the number of transferred bytes, in both directions. */
    public long bytes() {
        return bytes.get();
    }

    /** Closes all connections and rejects new ones. */
    public void cut() {
        cut = true;
        sockets.forEach(Proxy::closeQuietly);
    }

    /** Discards everything sent over the existing connections from now on, without closing them. */
    public void swallow() {
        swallowed.addAll(sockets);
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                if (cut) {
                    client.close();
                } else {
                    connect(client);
                }
            } catch (IOException e) {
                // Closed, or the server is down: the client sees its connection closed.
            }
        }
    }

    private void connect(Socket client) throws IOException {
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        sockets.add(client);
        sockets.add(server);
        daemon(() -> pump(client, server));
        daemon(() -> pump(server, client));
    }

    private void pump(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] buffer = new byte[8192];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (!swallowed.contains(from)) {
                    out.write(buffer, 0, read);
                    out.flush();
                    bytes.addAndGet(read);
                }
            }
        } catch (IOException e) {
            closeQuietly(from);
            closeQuietly(to);
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        cut();
        entrance.close();
    }
}
