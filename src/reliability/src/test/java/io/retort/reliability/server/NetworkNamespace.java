package io.retort.reliability.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A network namespace on this machine, connected by a virtual cable whose packets can be dropped. No connection is
 * closed and keepalives go unanswered, as when a distant cable is cut. Requires Linux, root and the programs {@code ip}
 * and {@code iptables}.
 */
public final class NetworkNamespace implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final int number = COUNT.incrementAndGet();
    private final String name = "retort" + ProcessHandle.current().pid() + "n" + number;
    private final String outside = "rto" + (ProcessHandle.current().pid() % 100_000) + "n" + number;
    private final String inside = "rti" + (ProcessHandle.current().pid() % 100_000) + "n" + number;
    private final String prefix = "10.213." + (ProcessHandle.current().pid() % 200 + 1) + ".";
    private final int first = number * 4 % 252;
    private final List<List<String>> undo = new ArrayList<>();

    /**
     * Creates a namespace.
     *
     * @throws IOException if this machine does not allow it; the message contains the reason
     */
    public NetworkNamespace() throws IOException {
        try {
            run("iptables", "--version");
            run("ip", "netns", "add", name);
            undo.add(List.of("ip", "netns", "del", name));
            run("ip", "link", "add", outside, "type", "veth", "peer", "name", inside, "netns", name);
            run("ip", "addr", "add", prefix + (first + 1) + "/30", "dev", outside);
            run("ip", "link", "set", outside, "up");
            within("ip", "addr", "add", prefix + (first + 2) + "/30", "dev", inside);
            within("ip", "link", "set", inside, "up");
            within("ip", "link", "set", "lo", "up");
            Files.writeString(Path.of("/proc/sys/net/ipv4/conf/" + outside + "/route_localnet"), "1");
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /**
     * Returns the URL of a server on this machine's loopback address, as seen from the namespace. The server sees the
     * client's address in the namespace.
     */
    public String reaching(String url) throws IOException {
        String port = String.valueOf(Proxy.portOf(url));
        String address = prefix + (first + 1);
        List<String> rule = List.of(
                "PREROUTING",
                "-i",
                outside,
                "-p",
                "tcp",
                "-d",
                address,
                "--dport",
                port,
                "-j",
                "DNAT",
                "--to-destination",
                "127.0.0.1:" + port);
        run(words(List.of("iptables", "-t", "nat", "-A"), rule));
        undo.add(0, List.of(words(List.of("iptables", "-t", "nat", "-D"), rule)));
        return url.replaceFirst("//[^:/]+:" + port, "//" + address + ":" + port);
    }

    /** Returns the command prefix that runs a command in the namespace. */
    public List<String> prefix() {
        return List.of("ip", "netns", "exec", name);
    }

    /** Drops every packet in both directions from now on. */
    public void drop() throws IOException {
        within("iptables", "-I", "OUTPUT", "-o", inside, "-j", "DROP");
        within("iptables", "-I", "INPUT", "-i", inside, "-j", "DROP");
    }

    private void within(String... command) throws IOException {
        run(words(prefix(), List.of(command)));
    }

    private static String[] words(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all.toArray(String[]::new);
    }

    private static void run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes()).strip();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException(String.join(" ", command) + ": " + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() {
        for (List<String> command : undo) {
            try {
                run(command.toArray(String[]::new));
            } catch (IOException e) {
                System.err.println("[reliability] left behind: " + e.getMessage());
            }
        }
        undo.clear();
    }
}
