package io.aegispcap.capture.protocol.ssh;

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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SshProtocolTests {
  private static final SshProtocol SSH = new SshProtocol();
  private static final int SERVICE = 17;
  private static final int METHODS = 35;
  private static final int PASSWORD = 60;
  private static final int FAILURE = 42;
  private static final int SUCCESS = 1;

  /// The example of HASSH's README: CyberDuck 6.7.1.
  @Test
  void hasshOfItsReadmeIsFound() {
    byte[] offer =
        SshBuilder.offer(
            "curve25519-sha256@libssh.org,diffie-hellman-group-exchange-sha256,ecdh-sha2-nistp521,"
                + "ecdh-sha2-nistp384,ecdh-sha2-nistp256,diffie-hellman-group-exchange-sha1,"
                + "diffie-hellman-group1-sha1,diffie-hellman-group14-sha1,"
                + "diffie-hellman-group14-sha256,diffie-hellman-group15-sha512,"
                + "diffie-hellman-group16-sha512,diffie-hellman-group17-sha512,"
                + "diffie-hellman-group18-sha512,diffie-hellman-group14-sha256@ssh.com,"
                + "diffie-hellman-group15-sha256,diffie-hellman-group15-sha256@ssh.com,"
                + "diffie-hellman-group15-sha384@ssh.com,diffie-hellman-group16-sha256,"
                + "diffie-hellman-group16-sha384@ssh.com,diffie-hellman-group16-sha512@ssh.com,"
                + "diffie-hellman-group18-sha512@ssh.com",
            "aes128-cbc,aes128-ctr,aes192-cbc,aes192-ctr,aes256-cbc,aes256-ctr,blowfish-cbc,"
                + "blowfish-ctr,cast128-cbc,cast128-ctr,idea-cbc,idea-ctr,serpent128-cbc,"
                + "serpent128-ctr,serpent192-cbc,serpent192-ctr,serpent256-cbc,serpent256-ctr,"
                + "3des-cbc,3des-ctr,twofish128-cbc,twofish128-ctr,twofish192-cbc,twofish192-ctr,"
                + "twofish256-cbc,twofish256-ctr,twofish-cbc,arcfour,arcfour128,arcfour256",
            "hmac-sha1,hmac-sha1-96,hmac-md5,hmac-md5-96,hmac-sha2-256,hmac-sha2-512",
            "zlib@openssh.com,zlib,none");
    byte[] banner = SshBuilder.banner("SSH-2.0-Cyberduck/6.7.1");
    SshConversation read =
        only(Said.listen(SSH, List.of(Said.client(SshBuilder.join(banner, offer)))));
    assertThat(read.hassh()).contains("8a8ae540028bf433cd68356c1b9e8d5b");
    assertThat(read.clientBanner()).isEqualTo("SSH-2.0-Cyberduck/6.7.1");
    assertThat(read.hasshServer()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "chacha20-poly1305@openssh.com, hmac-sha2-256",
    "aes256-gcm@openssh.com, hmac-sha2-256",
    "aes128-ctr, hmac-sha2-256-etm@openssh.com",
    "aes128-ctr, hmac-sha1",
    "3des-cbc, hmac-md5",
    "aes256-cbc, umac-64@openssh.com"
  })
  void countsFailuresAndSuccess(String cipher, String mac) {
    Sealing sealing = Sealing.of(cipher, mac);
    SshConversation lost = only(Said.listen(SSH, login(cipher, mac, sealing, 3, false)));
    assertThat(lost.authenticationAttempts()).isEqualTo(3);
    assertThat(lost.authenticated()).isFalse();
    SshConversation won = only(Said.listen(SSH, login(cipher, mac, sealing, 2, true)));
    assertThat(won.authenticationAttempts()).isEqualTo(3);
    assertThat(won.authenticated()).isTrue();
  }

  @Test
  void aFirstRequestWithAPasswordCounts() {
    Sealing sealing = Sealing.of("aes128-ctr", "hmac-sha1");
    List<Said> words = start("aes128-ctr", "hmac-sha1");
    say(words, sealing, SERVICE, SERVICE);
    say(words, sealing, PASSWORD, FAILURE);
    assertThat(only(Said.listen(SSH, words)).authenticationAttempts()).isEqualTo(1);
  }

  @Test
  void theQuestionForMethodsAloneIsNoAttempt() {
    Sealing sealing = Sealing.of("chacha20-poly1305@openssh.com", "");
    List<Said> words = start("chacha20-poly1305@openssh.com", "hmac-sha1");
    say(words, sealing, SERVICE, SERVICE);
    say(words, sealing, METHODS, FAILURE);
    SshConversation read = only(Said.listen(SSH, words));
    assertThat(read.authenticationAttempts()).isZero();
    assertThat(read.encryptedPackets()).isEqualTo(4);
  }

  @Test
  void successThatSharesASegmentWithHostKeysIsSeenByWhatFollows() {
    Sealing sealing = Sealing.of("chacha20-poly1305@openssh.com", "");
    List<Said> words = start("chacha20-poly1305@openssh.com", "hmac-sha1");
    say(words, sealing, SERVICE, SERVICE);
    say(words, sealing, METHODS, FAILURE);
    words.add(Said.client(SshBuilder.sealed(sealing, PASSWORD)));
    words.add(
        Said.server(
            SshBuilder.join(SshBuilder.sealed(sealing, SUCCESS), SshBuilder.sealed(sealing, 700))));
    words.add(Said.client(SshBuilder.sealed(sealing, 24)));
    words.add(Said.server(SshBuilder.sealed(sealing, 20)));
    SshConversation read = only(Said.listen(SSH, words));
    assertThat(read.authenticated()).isTrue();
    assertThat(read.authenticationAttempts()).isEqualTo(1);
  }

  @Test
  void compressionBeforeLoginLeavesNothingToJudge() {
    Sealing sealing = Sealing.of("aes128-ctr", "hmac-sha1");
    byte[] offer = SshBuilder.offer("k", "aes128-ctr", "hmac-sha1", "zlib");
    byte[] start = SshBuilder.join(SshBuilder.banner("SSH-2.0-a"), offer, SshBuilder.newKeys());
    List<Said> words = new ArrayList<>(List.of(Said.client(start), Said.server(start)));
    say(words, sealing, SERVICE, SERVICE);
    say(words, sealing, PASSWORD, SUCCESS);
    SshConversation read = only(Said.listen(SSH, words));
    assertThat(read.authenticationAttempts()).isZero();
    assertThat(read.authenticated()).isFalse();
  }

  @Test
  void factsDoNotDependOnHowTheStreamIsCut() {
    for (String cipher : List.of("aes256-gcm@openssh.com", "chacha20-poly1305@openssh.com")) {
      Sealing sealing = Sealing.of(cipher, "hmac-sha1");
      List<Said> words = login(cipher, "hmac-sha1", sealing, 2, true);
      var whole = Said.listen(SSH, words);
      qt().withExamples(100)
          .forAll(longs().all())
          .check(seed -> Said.listenInPieces(SSH, words, seed).equals(whole));
    }
  }

  @Test
  void behindAReverseTunnelTheConnectedSideIsTheClient() {
    List<Said> words = new ArrayList<>();
    for (Said said :
        login("aes128-ctr", "hmac-sha1", Sealing.of("aes128-ctr", "hmac-sha1"), 2, true)) {
      words.add(new Said(said.side().other(), said.bytes()));
    }
    words.add(3, Said.server(SshBuilder.packet(new byte[] {30, 0, 0, 0, 0})));
    SshConversation read = only(Said.listen(SSH, words));
    assertThat(read.authenticationAttempts()).isEqualTo(3);
    assertThat(read.authenticated()).isTrue();
  }

  @Test
  void aFailureMayBeAsLongAsTheAnswerBeforeIt() {
    Sealing sealing = Sealing.of("aes128-ctr", "hmac-sha1-etm@openssh.com");
    List<Said> words = start("aes128-ctr", "hmac-sha1-etm@openssh.com");
    say(words, sealing, SERVICE, SERVICE);
    say(words, sealing, METHODS, 24);
    say(words, sealing, PASSWORD, 24);
    say(words, sealing, PASSWORD, 24);
    assertThat(only(Said.listen(SSH, words)).authenticationAttempts()).isEqualTo(2);
  }

  @Test
  void linesBeforeTheBannerArePassedOver() {
    byte[] server = SshBuilder.banner("Welcome\r\nSSH-2.0-x\u00e9");
    assertThat(only(Said.listen(SSH, List.of(Said.server(server)))).serverBanner())
        .isEqualTo("SSH-2.0-x\\xe9");
  }

  @Test
  void versionOneIsNamedByItsBanners() {
    byte[] banner = SshBuilder.banner("SSH-1.5-old");
    SshConversation read =
        only(Said.listen(SSH, List.of(Said.server(banner), Said.client(banner))));
    assertThat(read.serverBanner()).isEqualTo("SSH-1.5-old");
    assertThat(read.hassh()).isEmpty();
  }

  @Test
  void refusesPacketsOfAbsurdLength() {
    Dialogue dialogue = SSH.open(new Overheard());
    byte[] bytes = SshBuilder.join(SshBuilder.banner("SSH-2.0-a"), new byte[] {127, 0, 0, 0, 1});
    assertThatThrownBy(() -> dialogue.read(Side.CLIENT, Bytes.of(bytes)))
        .isInstanceOf(MalformedMessageException.class);
  }

  @Test
  void recognisesByContent() {
    assertThat(recognise("SSH-2.0-x")).isEqualTo(Recognition.YES);
    assertThat(recognise("SS")).isEqualTo(Recognition.MORE);
    assertThat(recognise("SSL")).isEqualTo(Recognition.NO);
  }

  private static Recognition recognise(String text) {
    return SSH.recognise(Side.SERVER, Bytes.of(text.getBytes(StandardCharsets.US_ASCII)));
  }

  private static List<Said> login(
      String cipher, String mac, Sealing sealing, int failures, boolean success) {
    List<Said> words = start(cipher, mac);
    say(words, sealing, SERVICE, SERVICE);
    say(words, sealing, METHODS, FAILURE);
    for (int i = 0; i < failures; i++) {
      say(words, sealing, PASSWORD, FAILURE);
    }
    if (success) {
      say(words, sealing, PASSWORD, SUCCESS);
      say(words, sealing, 24, 20);
    }
    return words;
  }

  private static List<Said> start(String cipher, String mac) {
    byte[] banner = SshBuilder.banner("SSH-2.0-OpenSSH_9.9");
    byte[] offer = SshBuilder.offer("curve25519-sha256", cipher, mac, "none,zlib@openssh.com");
    byte[] keys = SshBuilder.newKeys();
    return new ArrayList<>(
        List.of(
            Said.client(banner),
            Said.server(SshBuilder.join(banner, offer)),
            Said.client(offer),
            Said.server(keys),
            Said.client(keys)));
  }

  private static void say(List<Said> words, Sealing sealing, int client, int server) {
    words.add(Said.client(SshBuilder.sealed(sealing, client)));
    words.add(Said.server(SshBuilder.sealed(sealing, server)));
  }

  private static SshConversation only(List<?> facts) {
    assertThat(facts).hasSize(1);
    return (SshConversation) facts.getFirst();
  }
}
