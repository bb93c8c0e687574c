package io.aegispcap.analysis.detection.channel;

import io.aegispcap.analysis.detection.Addresses;
import io.aegispcap.analysis.detection.tracking.Proof;
import io.aegispcap.analysis.detection.tracking.Span;
import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.capture.packet.IpAddress;
import io.aegispcap.capture.protocol.tls.Certificate;
import io.aegispcap.capture.protocol.tls.TlsHandshake;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// What one client and one TLS service said to each other in the open.
final class TlsPair {
  private static final int SAMPLES = 128;
  private static final Duration LONG = Duration.ofDays(3_660);

  /// A conversation of more bytes is one of content.
  private static final long LITTLE = 1_000_000;

  /// The lesser side's share of the greater one's bytes.
  private static final double EVEN = 0.5;

  final IpAddress client;
  final IpAddress server;
  final Proof proof = new Proof();
  final Span span = new Span();
  private final int port;
  private final long[] times = new long[SAMPLES];
  private final Set<ControlSign> certificateSigns = EnumSet.noneOf(ControlSign.class);
  private Optional<String> serverName = Optional.empty();
  private boolean named;
  private int kept;
  private int hello;
  private long connections;
  private long sent;
  private long received;

  TlsPair(long clientHigh, long clientLow, long serverHigh, long serverLow, long port) {
    this.client = new IpAddress(clientHigh, clientLow);
    this.server = new IpAddress(serverHigh, serverLow);
    this.port = (int) port;
  }

  void shaken(FlowKey key, TlsHandshake tls) {
    connections++;
    if (kept < SAMPLES) {
      times[kept++] = tls.timestamp();
    }
    if (tls.serverName().isPresent()) {
      serverName = tls.serverName();
      named = true;
    }
    if (!tls.ja4().isEmpty()) {
      hello = tls.ja4().hashCode();
    }
    if (!tls.certificates().isEmpty()) {
      shown(tls.certificates().getFirst(), Instant.ofEpochSecond(0, tls.timestamp()));
    }
    proof.add(key, tls.frameId());
    if (tls.certificateFrameId() != 0) {
      proof.add(key, tls.certificateFrameId());
    }
    span.add(tls.timestamp());
  }

  private void shown(Certificate certificate, Instant now) {
    if (certificate.selfSigned()) {
      certificateSigns.add(ControlSign.SELF_SIGNED);
    }
    if (certificate.alternativeNames().isEmpty()) {
      certificateSigns.add(ControlSign.NAMELESS_CERTIFICATE);
    }
    if (certificate.notAfter().isAfter(certificate.notBefore().plus(LONG))
        || now.isBefore(certificate.notBefore())
        || now.isAfter(certificate.notAfter())) {
      certificateSigns.add(ControlSign.ODD_VALIDITY);
    }
  }

  void carried(Flow flow) {
    sent += flow.forward().payloadBytes();
    received += flow.backward().payloadBytes();
    span.add(flow.end());
  }

  boolean oddCertificate() {
    return !certificateSigns.isEmpty();
  }

  boolean selfSigned() {
    return certificateSigns.contains(ControlSign.SELF_SIGNED);
  }

  Optional<String> serverName() {
    return serverName;
  }

  /// 0 when it is not known.
  int hello() {
    return hello;
  }

  long connections() {
    return connections;
  }

  String endpoint() {
    return Addresses.endpoint(server, port);
  }

  /// What the pair shows by itself.
  Set<ControlSign> ownSigns() {
    Set<ControlSign> signs = EnumSet.noneOf(ControlSign.class);
    signs.addAll(certificateSigns);
    if (!named) {
      signs.add(ControlSign.NO_NAME);
    }
    if (!registered(port)) {
      signs.add(ControlSign.ODD_PORT);
    }
    long less = Math.min(sent, received);
    long more = Math.max(sent, received);
    if (more > 0 && more <= LITTLE && less >= EVEN * more) {
      signs.add(ControlSign.EVEN);
    }
    return signs;
  }

  /// Ports that IANA registers for protocols over TLS, or that they are spoken at by custom.
  private static boolean registered(int port) {
    return switch (port) {
      case 443, 465, 587, 636, 853, 989, 990, 992, 993, 994, 995 -> true;
      case 21, 25, 110, 143, 389, 3269, 3389, 5061, 5223, 5228, 5269, 8443, 8883 -> true;
      default -> false;
    };
  }

  /// Of the gaps between connections; 0 when there were too few.
  double regularity() {
    if (kept < TlsControl.CONNECTIONS) {
      return 0;
    }
    long[] sorted = Arrays.copyOf(times, kept);
    Arrays.sort(sorted);
    double[] gaps = new double[kept - 1];
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = (sorted[i + 1] - sorted[i]) / (double) Span.SECOND;
    }
    return BeaconScore.regularity(gaps);
  }
}
