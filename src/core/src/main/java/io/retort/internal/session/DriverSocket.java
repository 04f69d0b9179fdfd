package io.retort.internal.session;

import io.retort.internal.log.PrintableLog;
import java.io.IOException;
import java.lang.reflect.Field;
import java.net.Socket;
import java.sql.Connection;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;

/**
 * Closes the socket of a connection whose driver cannot. MariaDB's {@code abort} (3.5) first reads the rest of the
 * response, and so waits forever for the thread that is already reading. The socket is found by its type in the
 * driver's objects.
 */
public final class DriverSocket {

    private static final int MOST_OBJECTS = 500;

    private DriverSocket() {}

    /** Closes the socket if it is found. */
    public static void close(Connection connection) {
        try {
            Optional<Socket> socket = find(PooledConnection.lowest(connection));
            if (socket.isPresent()) {
                socket.get().close();
            }
        } catch (IOException | RuntimeException e) {
            PrintableLog.of(DriverSocket.class).debug("The socket could not be closed", e);
        }
    }

    private static Optional<Socket> find(Object driver) {
        String vendor = vendor(driver.getClass());
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Object> waiting = new ArrayDeque<>(Set.of(driver));
        while (!waiting.isEmpty() && seen.size() < MOST_OBJECTS) {
            Object next = waiting.remove();
            if (next instanceof Socket socket) {
                return Optional.of(socket);
            }
            if (seen.add(next) && next.getClass().getName().startsWith(vendor)) {
                addFields(next, vendor, waiting);
            }
        }
        return Optional.empty();
    }

    /** The first two parts of the package: {@code org.mariadb}. */
    private static String vendor(Class<?> type) {
        String[] parts = type.getName().split("\\.");
        return parts.length < 3 ? type.getName() : parts[0] + "." + parts[1] + ".";
    }

    private static void addFields(Object object, String vendor, Deque<Object> waiting) {
        for (Class<?> type = object.getClass();
                type != null && type.getName().startsWith(vendor);
                type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!field.getType().isPrimitive() && !field.getType().isArray()) {
                    field.setAccessible(true);
                    try {
                        Object value = field.get(object);
                        if (value != null) {
                            waiting.add(value);
                        }
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                }
            }
        }
    }
}
