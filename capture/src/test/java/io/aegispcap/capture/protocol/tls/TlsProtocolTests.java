package io.aegispcap.capture.protocol.tls;

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
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TlsProtocolTests {
  private static final TlsProtocol TLS = new TlsProtocol();
  private static final byte[] CCS = HelloBuilder.record(20, new byte[] {1});
  private static final byte[] FINISHED = HelloBuilder.record(22, new byte[40]);
  private static final byte[] SEALED = HelloBuilder.record(23, new byte[600]);

  @Test
  void readsATls12Handshake() throws Exception {
    TlsHandshake read = only(Said.listen(TLS, tls12()));
    assertThat(read.established()).isTrue();
    assertThat(read.resumed()).isFalse();
    assertThat(read.version()).isEqualTo("1.2");
    assertThat(read.clientVersion()).isEqualTo("1.2");
    assertThat(read.cipher()).isEqualTo("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");
    assertThat(read.serverName()).contains("example.com");
    assertThat(read.alpnOffered()).containsExactly("h2", "http/1.1");
    assertThat(read.alpn()).contains("h2");
    assertThat(read.certificates()).hasSize(2);
    assertThat(read.certificateFrameId()).isEqualTo(2);
    assertThat(read.alert()).isEmpty();
    assertThat(read.frameId()).isEqualTo(1);
  }

  @Test
  void factsDoNotDependOnHowTheStreamIsCut() throws Exception {
    List<Said> words = tls12();
    var whole = Said.listen(TLS, words);
    qt().withExamples(200)
        .forAll(longs().all())
        .check(seed -> Said.listenInPieces(TLS, words, seed).equals(whole));
  }

  @Test
  void aHelloMayBeSpreadOverRecords() {
    byte[] hello = HelloBuilder.message(1, hello().clientBody());
    TlsHandshake read =
        only(Said.listen(TLS, List.of(Said.client(HelloBuilder.records(hello, 7)))));
    assertThat(read.serverName()).contains("example.com");
    assertThat(read.established()).isFalse();
    assertThat(read.version()).isEmpty();
  }

  @Test
  void readsATls13HandshakeThatSaysHelloTwice() {
    byte[] client = client(hello().supportedVersions(0x0304));
    byte[] retry = server(new HelloBuilder().retry().extension(43, HelloBuilder.u16(0x0304)));
    byte[] server = server(new HelloBuilder().extension(43, HelloBuilder.u16(0x0304)));
    TlsHandshake read =
        only(
            Said.listen(
                TLS,
                List.of(
                    Said.client(client),
                    Said.server(HelloBuilder.join(retry, CCS)),
                    Said.client(HelloBuilder.join(CCS, client)),
                    Said.server(HelloBuilder.join(server, SEALED)),
                    Said.client(SEALED))));
    assertThat(read.version()).isEqualTo("1.3");
    assertThat(read.cipher()).isEqualTo("TLS_AES_128_GCM_SHA256");
    assertThat(read.supportedVersions()).containsExactly("1.3");
    assertThat(read.established()).isTrue();
    assertThat(read.certificates()).isEmpty();
  }

  @Test
  void anEncryptedAlertIsNoEstablishedConnection() {
    byte[] server = server(new HelloBuilder().extension(43, HelloBuilder.u16(0x0304)));
    TlsHandshake read =
        only(
            Said.listen(
                TLS,
                List.of(
                    Said.client(client(hello())),
                    Said.server(HelloBuilder.join(server, SEALED)),
                    Said.client(HelloBuilder.record(23, new byte[19])))));
    assertThat(read.established()).isFalse();
  }

  @Test
  void anAbbreviatedHandshakeIsResumed() {
    TlsHandshake read =
        only(
            Said.listen(
                TLS,
                List.of(
                    Said.client(client(hello())),
                    Said.server(HelloBuilder.join(server(new HelloBuilder()), CCS, FINISHED)),
                    Said.client(HelloBuilder.join(CCS, FINISHED)))));
    assertThat(read.resumed()).isTrue();
    assertThat(read.established()).isTrue();
  }

  @Test
  void namesTheAlertThatEndsIt() {
    TlsHandshake read =
        only(
            Said.listen(
                TLS,
                List.of(
                    Said.client(client(hello())),
                    Said.server(HelloBuilder.record(21, new byte[] {2, 40})))));
    assertThat(read.alert()).contains("fatal handshake_failure");
  }

  @Test
  void readsAHelloDressedAsSsl2() {
    byte[] body = {1, 3, 1, 0, 6, 0, 0, 0, 16, 0, 0, 4, 1, 0, (byte) 0x80};
    byte[] hello =
        HelloBuilder.join(new byte[] {(byte) 0x80, (byte) (body.length + 16)}, body, new byte[16]);
    assertThat(TLS.recognise(Side.CLIENT, Bytes.of(hello))).isEqualTo(Recognition.YES);
    TlsHandshake read =
        only(
            Said.listen(TLS, List.of(Said.client(hello), Said.server(server(new HelloBuilder())))));
    assertThat(read.clientVersion()).isEqualTo("1.0");
    assertThat(read.version()).isEqualTo("1.2");
    assertThat(read.ja3()).isEmpty();
  }

  @Test
  void anAnswerInSsl2IsNamed() {
    TlsHandshake read =
        only(
            Said.listen(
                TLS,
                List.of(
                    Said.client(client(hello())),
                    Said.server(new byte[] {(byte) 0x83, 0, 4, 0, 1, 0, 2}))));
    assertThat(read.version()).isEqualTo("ssl2.0");
  }

  @Test
  void whatWasReadBeforeBadBytesIsKept() {
    Overheard overheard = new Overheard();
    Dialogue dialogue = TLS.open(overheard);
    assertThat(dialogue.read(Side.CLIENT, Bytes.of(client(hello())))).isTrue();
    byte[] http = "HTTP/1.1 400 Bad Request\r\n".getBytes(StandardCharsets.US_ASCII);
    assertThatThrownBy(() -> dialogue.read(Side.SERVER, Bytes.of(http)))
        .isInstanceOf(MalformedMessageException.class);
    dialogue.close();
    assertThat(only(overheard.facts()).serverName()).contains("example.com");
  }

  @Test
  void missingBytesEndIt() {
    Overheard overheard = new Overheard();
    Dialogue dialogue = TLS.open(overheard);
    assertThat(dialogue.read(Side.CLIENT, Bytes.of(client(hello())))).isTrue();
    assertThat(dialogue.gap(Side.SERVER, 100)).isFalse();
    assertThat(overheard.facts()).hasSize(1);
  }

  @Test
  void stopsWhenOnlyOneSideWasCaptured() {
    Dialogue dialogue = TLS.open(new Overheard());
    boolean wanted = true;
    int records = 0;
    while (wanted && records < 1_000) {
      wanted = dialogue.read(Side.CLIENT, Bytes.of(SEALED));
      records++;
    }
    assertThat(records).isLessThan(100);
  }

  @Test
  void refusesAnOverlongHello() {
    byte[] start = HelloBuilder.record(22, new byte[] {1, 1, 0, 1, 3, 3});
    Dialogue dialogue = TLS.open(new Overheard());
    assertThatThrownBy(() -> dialogue.read(Side.CLIENT, Bytes.of(start)))
        .isInstanceOf(MalformedMessageException.class);
  }

  @Test
  void recognisesByContent() {
    assertThat(TLS.recognise(Side.CLIENT, Bytes.of(client(hello())))).isEqualTo(Recognition.YES);
    assertThat(TLS.recognise(Side.CLIENT, Bytes.of(new byte[] {22, 3})))
        .isEqualTo(Recognition.MORE);
    assertThat(TLS.recognise(Side.CLIENT, Bytes.of(new byte[] {22, 4}))).isEqualTo(Recognition.NO);
    assertThat(TLS.recognise(Side.SERVER, Bytes.of(HelloBuilder.record(21, new byte[] {2, 70}))))
        .isEqualTo(Recognition.YES);
    assertThat(
            TLS.recognise(
                Side.CLIENT, Bytes.of("GET / HTTP/1.1".getBytes(StandardCharsets.US_ASCII))))
        .isEqualTo(Recognition.NO);
    assertThat(TLS.recognise(Side.CLIENT, Bytes.of(SEALED))).isEqualTo(Recognition.NO);
  }

  private static List<Said> tls12() throws Exception {
    var trusted = CertificateParserTests.trusted();
    byte[] server =
        HelloBuilder.join(
            HelloBuilder.message(
                2, new HelloBuilder().ciphers(0xc02f).alpn(ascii("h2")).serverBody()),
            HelloBuilder.certificates(trusted.get(0).getEncoded(), trusted.get(1).getEncoded()),
            HelloBuilder.message(12, new byte[333]),
            HelloBuilder.message(14, new byte[0]));
    return List.of(
        Said.client(client(hello())),
        Said.server(HelloBuilder.records(server, 1_000)),
        Said.client(
            HelloBuilder.join(
                HelloBuilder.record(22, HelloBuilder.message(16, new byte[66])), CCS, FINISHED)),
        Said.server(HelloBuilder.join(CCS, FINISHED)),
        Said.client(SEALED));
  }

  private static HelloBuilder hello() {
    return new HelloBuilder()
        .serverName("example.com")
        .alpn(ascii("h2"), ascii("http/1.1"))
        .groups(29, 23);
  }

  private static byte[] client(HelloBuilder hello) {
    return HelloBuilder.record(22, HelloBuilder.message(1, hello.clientBody()));
  }

  private static byte[] server(HelloBuilder hello) {
    return HelloBuilder.record(22, HelloBuilder.message(2, hello.serverBody()));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static TlsHandshake only(List<?> facts) {
    assertThat(facts).hasSize(1);
    return (TlsHandshake) facts.getFirst();
  }
}
