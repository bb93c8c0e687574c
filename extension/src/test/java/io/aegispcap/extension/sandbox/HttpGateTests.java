package io.aegispcap.extension.sandbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.cage.wire.ToChild;
import io.aegispcap.cage.wire.ToHost;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpGateTests {
  private final HttpGate gate =
      new HttpGate(Set.of(), InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z")));

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, true",
    "10.1.2.3, true",
    "172.16.0.1, true",
    "192.168.1.1, true",
    "169.254.169.254, true",
    "100.64.0.1, true",
    "0.0.0.0, true",
    "224.0.0.1, true",
    "255.255.255.255, true",
    "::1, true",
    "fe80::1, true",
    "fd00::1, true",
    "::ffff:10.0.0.1, true",
    "93.184.216.34, false",
    "2606:2800:220:1::1, false"
  })
  void knowsAddressesInside(String address, boolean inside) throws UnknownHostException {
    assertThat(HttpGate.isInside(InetAddress.getByName(address))).isEqualTo(inside);
  }

  @ParameterizedTest
  @CsvSource({
    "https://other.example.org/, not granted",
    "http://localhost/, only https",
    "https://user@localhost/, only https",
    "https://localhost/, is inside",
    "not an address, no address",
    "file:///etc/passwd, not granted"
  })
  void refusesToCall(String url, String why) {
    CagedPlugin plugin = Trials.plugin(Path.of("x"), "http:localhost");

    ToChild.Called called = gate.call(plugin, new ToHost.Call(url, Map.of(), ""));

    assertThat(called.failure()).contains(why);
    assertThat(called.status()).isZero();
  }

  @Test
  void callsAtABoundedRate() {
    CagedPlugin plugin = Trials.plugin(Path.of("x"), "http:localhost");
    ToHost.Call call = new ToHost.Call("https://localhost/", Map.of(), "");
    for (int i = 0; i < 60; i++) {
      assertThat(gate.call(plugin, call).failure()).contains("is inside");
    }

    assertThat(gate.call(plugin, call).failure()).contains("calls a minute");
  }

  /// Its headers come at once, and its body would take an hour.
  @Test
  void givesUpOnAServerThatSendsAByteAtATime() throws IOException {
    HttpGate impatient =
        new HttpGate(Set.of("localhost"), InstantSource.system(), Duration.ofSeconds(1));
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> drip(server));
      CagedPlugin plugin = Trials.plugin(Path.of("x"), "http:localhost");
      long begun = System.nanoTime();

      ToChild.Called called =
          impatient.call(
              plugin,
              new ToHost.Call("http://localhost:" + server.getLocalPort() + "/", Map.of(), ""));

      assertThat(called.failure()).contains("no answer within 1000 ms");
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
    }
  }

  private static void drip(ServerSocket server) {
    try (Socket client = server.accept()) {
      OutputStream out = client.getOutputStream();
      out.write("HTTP/1.1 200 OK\r\nContent-Length: 36000\r\n\r\n".getBytes(US_ASCII));
      while (!server.isClosed()) {
        out.write('x');
        out.flush();
        Thread.sleep(100);
      }
    } catch (IOException e) {
      assertThat(server.isClosed() || e instanceof SocketException).isTrue(); // it was given up
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
