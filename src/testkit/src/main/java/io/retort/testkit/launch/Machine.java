package io.retort.testkit.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Properties of the machine and its user. */
final class Machine {

    private Machine() {}

    static void requireLinuxOnX64() throws IOException {
        String system = System.getProperty("os.name");
        String architecture = System.getProperty("os.arch");
        if (!system.equals("Linux") || !architecture.equals("amd64")) {
            throw new IOException(
                    "its binaries are for Linux on x86-64, and this is " + system + " on " + architecture);
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** MariaDB and MySQL refuse to run as root without this option, and warn other users about it. */
    static String[] userOption() {
        return user().equals("root") ? new String[] {"--user=root"} : new String[0];
    }

    static String user() {
        return System.getProperty("user.name");
    }
}
