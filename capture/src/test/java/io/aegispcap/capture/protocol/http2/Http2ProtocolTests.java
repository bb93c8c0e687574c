package io.aegispcap.capture.protocol.http2;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Recognition;
import io.aegispcap.capture.protocol.ScriptedConversation;
import io.aegispcap.capture.protocol.Side;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class Http2ProtocolTests {
  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replace(" ", ""));
  }

  private static byte[] frame(int type, int flags, int stream, byte[] payload) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {0, 0, (byte) payload.length, (byte) type, (byte) flags});
    out.writeBytes(new byte[] {0, 0, 0, (byte) stream});
    out.writeBytes(payload);
    return out.toByteArray();
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Arrays.stream(parts).forEach(out::writeBytes);
    return out.toByteArray();
  }

  private static List<HeaderLine> read(Hpack hpack, String block) {
    return hpack.read(Bytes.of(hex(block)));
  }

  /// RFC 7541 C.4: requests with Huffman coding, which use the dynamic table.
  @Test
  void readsTheRequestsOfTheSpecification() {
    Hpack hpack = new Hpack();
    assertThat(read(hpack, "828684418cf1e3c2e5f23a6ba0ab90f4ff"))
        .contains(
            new HeaderLine(":method", "GET"), new HeaderLine(":authority", "www.example.com"));
    assertThat(read(hpack, "828684be5886a8eb10649cbf"))
        .contains(
            new HeaderLine(":authority", "www.example.com"),
            new HeaderLine("cache-control", "no-cache"));
    assertThat(read(hpack, "828785bf408825a849e95ba97d7f8925a849e95bb8e8b4bf"))
        .contains(new HeaderLine("custom-key", "custom-value"));
  }

  /// RFC 7541 C.6.1: a response with Huffman coding.
  @Test
  void readsTheResponseOfTheSpecification() {
    assertThat(
            read(
                new Hpack(),
                "488264025885aec3771a4b6196d07abe941054d444a8200595040b8166e082a62d1bff"
                    + "6e919d29ad171863c78f0b97c8e9ae82ae43d3"))
        .containsExactly(
            new HeaderLine(":status", "302"),
            new HeaderLine("cache-control", "private"),
            new HeaderLine("date", "Mon, 21 Oct 2013 20:13:21 GMT"),
            new HeaderLine("location", "https://www.example.com"));
  }

  @Test
  void joinsRequestsWithResponses() {
    byte[] settings = frame(4, 0, 0, new byte[0]);
    byte[] plain = join(hex("8286 04 04"), "/abc".getBytes(StandardCharsets.US_ASCII));
    byte[] client =
        join(Http2Dialogue.PREFACE, settings, frame(1, 5, 1, plain), frame(0, 1, 1, new byte[9]));
    byte[] server =
        join(
            settings,
            frame(1, 4, 1, hex("88")),
            frame(0, 1, 1, "body".getBytes(StandardCharsets.US_ASCII)));
    for (int size = 1; size < 60; size++) {
      ScriptedConversation conversation = ScriptedConversation.tcp(80);
      Dialogue dialogue = new Http2Protocol().open(conversation);
      conversation.sayInPieces(dialogue, Side.CLIENT, client, size);
      conversation.sayInPieces(dialogue, Side.SERVER, server, size);
      Http2Exchange exchange = conversation.facts(Http2Exchange.class).getFirst();
      assertThat(exchange.method()).isEqualTo("GET");
      assertThat(exchange.uri()).isEqualTo("/abc");
      assertThat(exchange.status()).isEqualTo(200);
      dialogue.close();
      assertThat(conversation.facts()).hasSize(1);
    }
  }

  @Test
  void isRecognisedByThePrefaceAlone() {
    Http2Protocol protocol = new Http2Protocol();
    Bytes preface = Bytes.of(Http2Dialogue.PREFACE);
    assertThat(protocol.recognise(Side.CLIENT, preface)).isEqualTo(Recognition.YES);
    assertThat(protocol.recognise(Side.CLIENT, preface.slice(0, 10))).isEqualTo(Recognition.MORE);
    assertThat(protocol.recognise(Side.CLIENT, Bytes.of(hex("474554")))).isEqualTo(Recognition.NO);
    assertThat(protocol.recognise(Side.SERVER, preface)).isEqualTo(Recognition.NO);
  }
}
