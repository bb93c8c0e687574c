package io.aegispcap.capture.protocol.quic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.MalformedMessageException;
import io.aegispcap.capture.protocol.Overheard;
import io.aegispcap.capture.protocol.Recognition;
import io.aegispcap.capture.protocol.Said;
import io.aegispcap.capture.protocol.Side;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Against the worked examples of RFC 9001 appendix A and RFC 9369 appendix A.
class QuicProtocolTests {
  private static final QuicProtocol QUIC = new QuicProtocol();
  private static final int V1 = 1;
  private static final int V2 = 0x6b3343cf;
  private static final byte[] ID = hex("8394c8f03e515708");
  private static final byte[] CLIENT_FRAMES =
      Arrays.copyOf(
          hex(
              "060040f1010000ed0303ebf8fa56f12939b9584a3896472ec40bb863cfd3e868"
                  + "04fe3a47f06a2b69484c00000413011302010000c000000010000e00000b6578"
                  + "616d706c652e636f6dff01000100000a00080006001d00170018001000070005"
                  + "04616c706e000500050100000000003300260024001d00209370b2c9caa47fba"
                  + "baf4559fedba753de171fa71f50f1ce15d43e994ec74d748002b000302030400"
                  + "0d0010000e0403050306030203080408050806002d00020101001c0002400100"
                  + "3900320408ffffffffffffffff05048000ffff07048000ffff08011001048000"
                  + "75300901100f088394c8f03e51570806048000ffff"),
          1162);
  private static final byte[] HELLO = Arrays.copyOfRange(CLIENT_FRAMES, 4, 245);
  private static final byte[] SERVER_V1 =
      hex(
          "cf000000010008f067a5502a4262b5004075c0d95a482cd0991cd25b0aac406a"
              + "5816b6394100f37a1c69797554780bb38cc5a99f5ede4cf73c3ec2493a1839b3"
              + "dbcba3f6ea46c5b7684df3548e7ddeb9c3bf9c73cc3f3bded74b562bfb19fb84"
              + "022f8ef4cdd93795d77d06edbb7aaf2f58891850abbdca3d20398c276456cbc4"
              + "2158407dd074ee");
  private static final byte[] SERVER_V2 =
      hex(
          "dc6b3343cf0008f067a5502a4262b5004075d92faaf16f05d8a4398c47089698"
              + "baeea26b91eb761d9b89237bbf87263017915358230035f7fd3945d88965cf17"
              + "f9af6e16886c61bfc703106fbaf3cb4cfa52382dd16a393e42757507698075b2"
              + "c984c707f0a0812d8cd5a6881eaf21ceda98f4bd23f6fe1a3e2c43edd9ce7ca8"
              + "4bed8521e2e140");

  @Test
  void derivesTheKeysOfRfc9001() {
    expectKeys(
        V1,
        Side.CLIENT,
        "1f369613dd76d5467730efcbe3b1a22d",
        "fa044b2f42a3fd3b46fb255c",
        "9f50449e04a0e810283a1e9933adedd2");
    expectKeys(
        V1,
        Side.SERVER,
        "cf3a5331653c364c88f0f379b6067e37",
        "0ac1493ca1905853b0bba03e",
        "c206b8d9b9f0f37644430b490eeaa314");
  }

  @Test
  void derivesTheKeysOfRfc9369() {
    expectKeys(
        V2,
        Side.CLIENT,
        "8b1a0bc121284290a29e0971b5cd045d",
        "91f73e2351d8fa91660e909f",
        "45b95e15235d6f45a6b19cbcb0294ba9");
    expectKeys(
        V2,
        Side.SERVER,
        "82db637861d55e1d011f19ea71d5d2a7",
        "dd13c276499c0249d3310652",
        "edf6d05c83121201b436e16877593c3a");
  }

  @ParameterizedTest
  @CsvSource({
    "1, c000000001088394c8f03e5157080000449e7b9aec34d1b1c98dd7689fb8ec11,"
        + "e221af44860018ab0856972e194cd934",
    "1798521807, d76b3343cf088394c8f03e5157080000449ea0c95e82ffe67b6abcdb4298b485,"
        + "a18b2faa745b6fe189cf772a9f84cbfc"
  })
  void clientPacketsOfTheRfcsAreTheOnesThatTestsBuild(int version, String start, String tag) {
    String packet =
        HexFormat.of()
            .formatHex(new InitialSealer(version, ID, Side.CLIENT).seal(2, CLIENT_FRAMES));
    assertThat(packet).startsWith(start).endsWith(tag).hasSize(2_400);
  }

  @Test
  void readsTheExampleOfRfc9001() {
    byte[] client = new InitialSealer(V1, ID, Side.CLIENT).seal(2, CLIENT_FRAMES);
    QuicInitial read =
        only(Said.listen(QUIC, List.of(Said.client(client), Said.server(SERVER_V1))));
    assertThat(read.version()).isEqualTo("1");
    assertThat(read.serverName()).contains("example.com");
    assertThat(read.alpn()).containsExactly("alpn");
    assertThat(read.cipher()).isEqualTo("TLS_AES_128_GCM_SHA256");
    assertThat(read.ja4()).startsWith("q13d0211an_");
  }

  @Test
  void readsTheExampleOfRfc9369() {
    byte[] client = new InitialSealer(V2, ID, Side.CLIENT).seal(2, CLIENT_FRAMES);
    QuicInitial read =
        only(Said.listen(QUIC, List.of(Said.client(client), Said.server(SERVER_V2))));
    assertThat(read.version()).isEqualTo("2");
    assertThat(read.serverName()).contains("example.com");
    assertThat(read.cipher()).isEqualTo("TLS_AES_128_GCM_SHA256");
  }

  @Test
  void theHelloMayComeInPiecesInAnyOrder() {
    qt().withExamples(100)
        .forAll(longs().all())
        .checkAssert(
            seed -> {
              QuicInitial read = only(Said.listen(QUIC, pieces(new Random(seed))));
              assertThat(read.serverName()).contains("example.com");
              assertThat(read.ja3()).isEqualTo(example().ja3());
            });
  }

  @Test
  void aNewConnectionIdAfterRetryBringsNewKeys() {
    byte[] other = hex("f067a5502a4262b5");
    byte[] half = new InitialSealer(V1, ID, Side.CLIENT).seal(0, crypto(0, 100));
    byte[] again =
        new InitialSealer(V1, other, Side.CLIENT).token(hex("aabb")).seal(1, CLIENT_FRAMES);
    byte[] retry = hex("ff000000010008f067a5502a4262b5746f6b656e04a265ba2eff4d829058fb3f0f2496ba");
    QuicInitial read =
        only(Said.listen(QUIC, List.of(Said.client(half), Said.server(retry), Said.client(again))));
    assertThat(read.serverName()).contains("example.com");
  }

  @Test
  void packetsThatShareADatagramAreAllRead() {
    InitialSealer sealer = new InitialSealer(V1, ID, Side.CLIENT).packetNumberLength(1);
    ByteArrayOutputStream datagram = new ByteArrayOutputStream();
    datagram.writeBytes(sealer.seal(0, crypto(0, 100)));
    datagram.writeBytes(sealer.seal(1, crypto(100, 141)));
    QuicInitial read = only(Said.listen(QUIC, List.of(Said.client(datagram.toByteArray()))));
    assertThat(read.serverName()).contains("example.com");
  }

  @Test
  void aVersionMeantToBeRefusedIsFollowedByOneThatIsRead() {
    byte[] refused = new InitialSealer(V1, ID, Side.CLIENT).seal(2, CLIENT_FRAMES);
    System.arraycopy(hex("1a2a3a4a"), 0, refused, 1, 4);
    assertThat(QUIC.recognise(Side.CLIENT, Bytes.of(refused))).isEqualTo(Recognition.YES);
    byte[] negotiation = hex("c000000000000000000001");
    byte[] client = new InitialSealer(V1, ID, Side.CLIENT).seal(3, CLIENT_FRAMES);
    QuicInitial read =
        only(
            Said.listen(
                QUIC,
                List.of(Said.client(refused), Said.server(negotiation), Said.client(client))));
    assertThat(read.serverName()).contains("example.com");
  }

  @Test
  void refusesAPacketThatFailsItsCheck() {
    byte[] packet = new InitialSealer(V1, ID, Side.CLIENT).seal(2, CLIENT_FRAMES);
    packet[600] ^= 1;
    Dialogue dialogue = QUIC.open(new Overheard());
    assertThatThrownBy(() -> dialogue.read(Side.CLIENT, Bytes.of(packet)))
        .isInstanceOf(MalformedMessageException.class);
  }

  @Test
  void refusesAHandshakeBeyondItsLimit() {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.writeBytes(hex("06bfffffff04"));
    frame.writeBytes(new byte[40]);
    byte[] packet = new InitialSealer(V1, ID, Side.CLIENT).seal(0, frame.toByteArray());
    Dialogue dialogue = QUIC.open(new Overheard());
    assertThatThrownBy(() -> dialogue.read(Side.CLIENT, Bytes.of(packet)))
        .isInstanceOf(MalformedMessageException.class);
  }

  @Test
  void recognisesByContent() {
    byte[] client = new InitialSealer(V1, ID, Side.CLIENT).seal(2, CLIENT_FRAMES);
    assertThat(QUIC.recognise(Side.CLIENT, Bytes.of(client))).isEqualTo(Recognition.YES);
    assertThat(QUIC.recognise(Side.SERVER, Bytes.of(SERVER_V1))).isEqualTo(Recognition.NO);
    assertThat(QUIC.recognise(Side.CLIENT, Bytes.of(new byte[1_200]))).isEqualTo(Recognition.NO);
    assertThat(QUIC.recognise(Side.CLIENT, Bytes.of(Arrays.copyOf(client, 100))))
        .isEqualTo(Recognition.NO);
  }

  private static List<Said> pieces(Random random) {
    List<byte[]> frames = new ArrayList<>();
    for (int at = 0; at < HELLO.length; ) {
      int length = Math.min(1 + random.nextInt(60), HELLO.length - at);
      frames.add(crypto(at, length));
      at += length;
    }
    Collections.shuffle(frames, random);
    InitialSealer sealer = new InitialSealer(V1, ID, Side.CLIENT);
    List<Said> words = new ArrayList<>();
    for (int i = 0; i < frames.size(); i += 12) {
      ByteArrayOutputStream packet = new ByteArrayOutputStream();
      frames.subList(i, Math.min(frames.size(), i + 12)).forEach(packet::writeBytes);
      packet.writeBytes(new byte[] {1, 0, 0, 0});
      words.add(Said.client(sealer.seal(words.size(), packet.toByteArray())));
    }
    return words;
  }

  private static byte[] crypto(int offset, int length) {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(6);
    frame.write(0x40 | offset >>> 8);
    frame.write(offset);
    frame.write(0x40 | length >>> 8);
    frame.write(length);
    frame.write(HELLO, offset, length);
    return frame.toByteArray();
  }

  private static QuicInitial example() {
    byte[] client = new InitialSealer(V1, ID, Side.CLIENT).seal(2, CLIENT_FRAMES);
    return only(Said.listen(QUIC, List.of(Said.client(client))));
  }

  private static void expectKeys(int version, Side side, String key, String iv, String headerKey) {
    InitialKeys keys = InitialKeys.derive(QuicVersion.of(version).orElseThrow(), ID, side);
    assertThat(keys.key()).isEqualTo(hex(key));
    assertThat(keys.iv()).isEqualTo(hex(iv));
    assertThat(keys.headerKey()).isEqualTo(hex(headerKey));
  }

  private static QuicInitial only(List<?> facts) {
    assertThat(facts).hasSize(1);
    return (QuicInitial) facts.getFirst();
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }
}
