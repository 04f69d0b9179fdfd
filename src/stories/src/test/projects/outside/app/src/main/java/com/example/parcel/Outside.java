package com.example.parcel;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** An external service that records its callers. */
public final class Outside {

    private Outside() {}

    public static void call(String who) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), OutsidePort.NUMBER)) {
            socket.getOutputStream().write((who + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
