package io.aegispcap.capture.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.capture.protocol.quic.QuicInitial;
import io.aegispcap.capture.protocol.quic.QuicProtocol;
import io.aegispcap.capture.protocol.ssh.SshConversation;
import io.aegispcap.capture.protocol.ssh.SshProtocol;
import io.aegispcap.capture.protocol.tls.Certificate;
import io.aegispcap.capture.protocol.tls.TlsHandshake;
import io.aegispcap.capture.protocol.tls.TlsProtocol;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Facts of real captures against the fields that tshark shows of them. `AEGIS_TSHARK_TLS`,
/// `AEGIS_TSHARK_QUIC` and `AEGIS_TSHARK_SSH` may name more captures, joined by colons. Differences
/// then are: what tshark does not look into because of the port or of what the other side says;
/// hellos that are malformed, which we refuse whole; SSL 2.0 and client certificates, which we
/// leave out; QUIC of Google's own, of old Facebook and of reserved versions; SSH in a reverse
/// tunnel.
@Tag("corpus")
class TsharkComparisonTests {
  private static final String ZEEK = "../decode/zeek/testing/btest/Traces/";
  private static final String WIRESHARK = "../decode/wireshark/test/captures/";

  static Stream<String> tlsCaptures() {
    return captures(
        "AEGIS_TSHARK_TLS",
        ZEEK + "tls/tls1.2.pcap",
        ZEEK + "tls/tls13_wolfssl.pcap",
        ZEEK + "tls/ssl.v3.pcap",
        ZEEK + "tls/tls-expired-cert.pcap",
        WIRESHARK + "tls13-rfc8446.pcap",
        "benign/nDPI/long_tls_certificate.pcap");
  }

  static Stream<String> quicCaptures() {
    return captures(
        "AEGIS_TSHARK_QUIC",
        "benign/nDPI/quic-29.pcap",
        "benign/nDPI/quic_frags_ch_in_multiple_packets.pcapng",
        "benign/nDPI/quic_0RTT.pcap");
  }

  static Stream<String> sshCaptures() {
    return captures(
        "AEGIS_TSHARK_SSH", ZEEK + "ssh/ssh_kex_curve25519.pcap", ZEEK + "ssh/ssh.pcap");
  }

  @ParameterizedTest
  @MethodSource("tlsCaptures")
  void readsTlsAsTsharkDoes(String name) {
    Path capture = TsharkFrames.capture(name);
    Map<String, String> expected = new TreeMap<>();
    Map<String, List<Map<String, String>>> byStream = new TreeMap<>();
    for (var frame :
        TsharkFrames.of(
            capture,
            "tls.handshake.type",
            "tcp.stream",
            "tls.handshake.ja3",
            "tls.handshake.ja3s",
            "tls.handshake.extensions_server_name",
            "x509af.serialNumber",
            "tls.handshake.random")) {
      TsharkFrames.last(frame, "tcp.stream")
          .ifPresent(key -> byStream.computeIfAbsent(key, k -> new ArrayList<>()).add(frame));
    }
    byStream.forEach((stream, frames) -> expected.put(stream, tlsText(frames)));
    Map<String, String> ours = new TreeMap<>();
    Streams.tcp(new TlsProtocol(), capture)
        .forEach((stream, facts) -> ours.put(stream, tlsText((TlsHandshake) facts.getFirst())));
    ours.values().removeIf(NOTHING::equals);
    expected.values().removeIf(NOTHING::equals);
    assertThat(ours).isEqualTo(expected);
  }

  private static final String NOTHING = "   []";

  private static String tlsText(List<Map<String, String>> frames) {
    return first(frames, "tls.handshake.ja3")
        + ' '
        + first(frames, "tls.handshake.extensions_server_name")
        + ' '
        + last(frames)
        + ' '
        + serials(frames);
  }

  /// The server's hello proper, not a request to say hello again.
  private static String last(List<Map<String, String>> frames) {
    return frames.stream()
        .filter(
            f ->
                !f.getOrDefault("tls.handshake.random", "")
                    .replace(":", "")
                    .startsWith("cf21ad74e59a6111"))
        .flatMap(f -> Stream.ofNullable(f.get("tls.handshake.ja3s")))
        .findFirst()
        .orElse("");
  }

  private static List<String> serials(List<Map<String, String>> frames) {
    return frames.stream()
        .filter(f -> f.containsKey("x509af.serialNumber"))
        .findFirst()
        .map(f -> Arrays.stream(f.get("x509af.serialNumber").split(",")).map(s -> hex(s)).toList())
        .orElse(List.of());
  }

  private static String hex(String serial) {
    return serial.replaceFirst("^0x", "").replaceFirst("^0+(?=.)", "").toUpperCase(Locale.ROOT);
  }

  private static String tlsText(TlsHandshake fact) {
    return fact.ja3()
        + ' '
        + fact.serverName().orElse("")
        + ' '
        + fact.ja3s()
        + ' '
        + fact.certificates().stream().map(Certificate::serial).toList();
  }

  private static String first(List<Map<String, String>> frames, String field) {
    return frames.stream()
        .flatMap(frame -> Stream.ofNullable(frame.get(field)))
        .findFirst()
        .map(value -> value.split(",")[0])
        .orElse("");
  }

  @ParameterizedTest
  @MethodSource("quicCaptures")
  void readsQuicAsTsharkDoes(String name) {
    Path capture = TsharkFrames.capture(name);
    Map<String, TreeSet<String>> expected = new TreeMap<>();
    for (var frame :
        TsharkFrames.of(
            capture,
            "quic && tls.handshake.type == 1",
            "udp.stream",
            "tls.handshake.ja3",
            "tls.handshake.extensions_server_name")) {
      expected
          .computeIfAbsent(
              TsharkFrames.last(frame, "udp.stream").orElse("?"), key -> new TreeSet<>())
          .add(
              frame.getOrDefault("tls.handshake.ja3", "").split(",")[0]
                  + ' '
                  + frame.getOrDefault("tls.handshake.extensions_server_name", ""));
    }
    Map<String, TreeSet<String>> ours = new TreeMap<>();
    Streams.udp(new QuicProtocol(), capture)
        .forEach(
            (stream, facts) -> {
              QuicInitial fact = (QuicInitial) facts.getFirst();
              ours.put(
                  stream, new TreeSet<>(List.of(fact.ja3() + ' ' + fact.serverName().orElse(""))));
            });
    assertThat(ours).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("sshCaptures")
  void readsSshAsTsharkDoes(String name) {
    Path capture = TsharkFrames.capture(name);
    Map<String, String> expected = new TreeMap<>();
    Map<String, List<Map<String, String>>> byStream = new TreeMap<>();
    for (var frame :
        TsharkFrames.of(
            capture, "ssh", "tcp.stream", "ssh.kex.hassh", "ssh.kex.hasshserver", "ssh.protocol")) {
      TsharkFrames.last(frame, "tcp.stream")
          .ifPresent(key -> byStream.computeIfAbsent(key, k -> new ArrayList<>()).add(frame));
    }
    byStream.forEach(
        (stream, frames) ->
            expected.put(
                stream,
                first(frames, "ssh.kex.hassh") + ' ' + first(frames, "ssh.kex.hasshserver")));
    Map<String, String> ours = new TreeMap<>();
    Streams.tcp(new SshProtocol(), capture)
        .forEach(
            (stream, facts) -> {
              SshConversation fact = (SshConversation) facts.getFirst();
              ours.put(stream, fact.hassh().orElse("") + ' ' + fact.hasshServer().orElse(""));
            });
    expected.values().removeIf(" "::equals);
    ours.values().removeIf(" "::equals);
    // tshark looks for SSH on its usual ports only
    assertThat(ours).containsAllEntriesOf(expected);
  }

  private static Stream<String> captures(String variable, String... usual) {
    List<String> names = new ArrayList<>(List.of(usual));
    Optional.ofNullable(System.getenv(variable))
        .ifPresent(more -> names.addAll(List.of(more.split(":"))));
    return names.stream();
  }
}
