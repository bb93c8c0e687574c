package io.aegispcap.platform.captures;

import static io.aegispcap.testkit.capture.PcapBuilder.pcap;

import io.aegispcap.testkit.capture.PcapBuilder;
import io.aegispcap.testkit.packet.Frames;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;

/// Captures for tests.
final class Samples {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final long SECOND = 1_000_000_000L;

  private Samples() {}

  /// One of the samples that come with AegisPCAP.
  static byte[] named(String name) {
    try {
      return Files.readAllBytes(Path.of(System.getProperty("aegis.root"), "samples", name));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// A small one that is like no other.
  static byte[] fresh() {
    return fresh(3);
  }

  static byte[] fresh(int packets) {
    PcapBuilder capture = pcap();
    int number = NUMBER.incrementAndGet();
    for (int i = 0; i < packets; i++) {
      capture.frame(
          (1_700_000_000L + number) * SECOND + i * 1000L,
          Frames.ethernet()
              .ipv4("10.0.0." + (1 + i % 200), "10.1.0.1")
              .udp(1024 + i % 60_000, 53)
              .bytes(new byte[] {(byte) number, (byte) (number >> 8), (byte) i})
              .build());
    }
    return capture.build();
  }

  /// Small here, large when it is read: the same packets over and over.
  static byte[] longReading() {
    byte[] once = fresh(20_000);
    byte[] header = Arrays.copyOf(once, 24);
    byte[] packets = Arrays.copyOfRange(once, 24, once.length);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(gzip(header));
    byte[] member = gzip(packets);
    for (int i = 0; i < 120; i++) {
      all.writeBytes(member);
    }
    return all.toByteArray();
  }

  /// More than a gigabyte in a few thousand bytes: empty packets, compressed twice.
  static byte[] bomb() {
    PcapBuilder capture = pcap().snapLength(262_144);
    byte[] header = Arrays.copyOf(capture.build(), 24);
    for (int i = 0; i < 256; i++) {
      capture.frame(1_700_000_000L * SECOND, new byte[262_144]);
    }
    byte[] whole = capture.build();
    byte[] member = gzip(Arrays.copyOfRange(whole, 24, whole.length));
    ByteArrayOutputStream inner = new ByteArrayOutputStream();
    inner.writeBytes(gzip(header));
    for (int i = 0; i < 17; i++) {
      inner.writeBytes(member);
    }
    return gzip(inner.toByteArray());
  }

  static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }
}
