package io.aegispcap.analysis.flow;

import static io.aegispcap.testkit.packet.PacketBuilder.ACK;
import static io.aegispcap.testkit.packet.PacketBuilder.SYN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import io.aegispcap.analysis.Trace;
import io.aegispcap.capture.protocol.http.HttpExchange;
import io.aegispcap.testkit.packet.Frames;
import io.aegispcap.testkit.packet.PacketBuilder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// A stream's bytes reach the dialogue the same, however its segments are cut, ordered and repeated.
/// The response to an HTTP request is the stream; its body's digest tells whether all came.
class StreamPropertyTests {
  /// So that sequence numbers wrap within the response.
  private static final long FIRST = 0xffff_f000L;

  private static final int BODY = 9000;

  /// A piece of the response.
  private record Piece(int from, int to) {}

  private static byte[] body(Random random) {
    byte[] body = new byte[BODY];
    random.nextBytes(body);
    return body;
  }

  private static byte[] response(byte[] body) {
    byte[] head =
        ("HTTP/1.1 200 OK\r\nContent-Length: " + body.length + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    byte[] all = Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, all, head.length, body.length);
    return all;
  }

  /// Cuts that cover everything, with overlaps and repeats.
  private static List<Piece> pieces(int length, Random random) {
    List<Piece> pieces = new ArrayList<>();
    for (int at = 0; at < length; ) {
      int end = Math.min(length, at + 1 + random.nextInt(1400));
      pieces.add(new Piece(Math.max(0, at - random.nextInt(3) * random.nextInt(200)), end));
      at = end;
    }
    for (int i = 0; i < 10; i++) {
      int from = random.nextInt(length);
      pieces.add(new Piece(from, Math.min(length, from + 1 + random.nextInt(2000))));
    }
    return pieces;
  }

  private static PacketBuilder client(int... flags) {
    return Frames.ethernet().ipv4("10.0.0.1", "10.0.0.2").tcp(40_000, 80).flags(flags);
  }

  private static PacketBuilder server(int... flags) {
    return Frames.ethernet().ipv4("10.0.0.2", "10.0.0.1").tcp(80, 40_000).flags(flags);
  }

  private static Trace opening() {
    String request = "GET /a HTTP/1.1\r\nHost: example.com\r\n\r\n";
    return new Trace()
        .threads(1)
        .packet(0, client(SYN).seq(1))
        .packet(0, server(SYN, ACK).seq(FIRST - 1).ack(2))
        .packet(0, client(ACK).seq(2).payload(request));
  }

  private static HttpExchange exchange(List<Piece> pieces, byte[] stream) {
    Trace trace = opening();
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      byte[] data = Arrays.copyOfRange(stream, piece.from(), piece.to());
      trace.packet(
          0.001 * (i + 1), server(ACK).seq(FIRST + piece.from() & 0xffff_ffffL).payload(data));
    }
    Trace.Run<Long> run = trace.run(Flow::packets);
    assertThat(run.facts()).hasSize(1);
    return (HttpExchange) run.facts().getFirst();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void readsTheSameBytesFromAnyOrderOfAnySegments() {
    qt().withExamples(300)
        .forAll(longs().all())
        .checkAssert(
            seed -> {
              Random random = new Random(seed);
              byte[] body = body(random);
              byte[] stream = response(body);
              List<Piece> pieces = pieces(stream.length, random);
              Collections.shuffle(pieces, random);
              HttpExchange exchange = exchange(pieces, stream);
              assertThat(exchange.responseBodyLength()).isEqualTo(BODY);
              assertThat(exchange.responseBody().orElseThrow().complete()).isTrue();
              assertThat(exchange.responseBody().orElseThrow().sha256()).isEqualTo(sha256(body));
            });
  }

  @Test
  void tellsOfLostBytesAndReadsOnBehindThem() {
    qt().withExamples(200)
        .forAll(longs().all())
        .checkAssert(
            seed -> {
              Random random = new Random(seed);
              byte[] stream = response(body(random));
              int lost = 200 + random.nextInt(BODY - 600);
              List<Piece> pieces = new ArrayList<>();
              pieces.add(new Piece(0, lost));
              pieces.add(new Piece(lost + 100, lost + 300));
              pieces.add(new Piece(lost + 300, stream.length));
              Collections.shuffle(pieces.subList(1, 3), random);
              HttpExchange exchange = exchange(pieces, stream);
              assertThat(exchange.responseBody().map(digest -> digest.complete()).orElse(false))
                  .isFalse();
              assertThat(exchange.status()).isEqualTo(200);
            });
  }

  @Test
  void givesMissingBytesUpRatherThanHoldMoreThanItsBound() {
    byte[] stream = response(new byte[600_000]);
    List<Piece> pieces = new ArrayList<>();
    pieces.add(new Piece(0, 100));
    for (int at = 200; at < stream.length; at += 1400) {
      pieces.add(new Piece(at, Math.min(stream.length, at + 1400)));
    }
    HttpExchange exchange = exchange(pieces, stream);

    assertThat(exchange.status()).isEqualTo(200);
    assertThat(exchange.responseBody().map(digest -> digest.complete()).orElse(false)).isFalse();
  }
}
