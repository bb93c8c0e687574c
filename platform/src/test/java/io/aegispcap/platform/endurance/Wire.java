package io.aegispcap.platform.endurance;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Passes connections on to a port of this machine, until it is cut: then all end, and new ones are
/// closed at once.
final class Wire implements Closeable {
  private final int to;
  private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean whole = true;

  Wire(int to) throws IOException {
    this.to = to;
    Thread.ofVirtual().start(this::listen);
  }

  int port() {
    return listening.getLocalPort();
  }

  void cut() {
    whole = false;
    open.forEach(Wire::end);
  }

  void mend() {
    whole = true;
  }

  private void listen() {
    try {
      while (true) {
        Socket from = listening.accept();
        if (whole) {
          pass(from);
        } else {
          from.close();
        }
      }
    } catch (IOException _) {
      cut(); // closed
    }
  }

  private void pass(Socket from) throws IOException {
    Socket onward = new Socket(InetAddress.getLoopbackAddress(), to);
    open.add(from);
    open.add(onward);
    if (!whole) {
      cut();
    }
    Thread.ofVirtual().start(() -> copy(from, onward));
    Thread.ofVirtual().start(() -> copy(onward, from));
  }

  private void copy(Socket from, Socket to) {
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      in.transferTo(out);
    } catch (IOException _) {
      end(to); // cut, or one side went away
    } finally {
      open.remove(from);
      open.remove(to);
    }
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException _) {
      // it is gone
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
    cut();
  }
}
