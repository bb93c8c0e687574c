package io.aegispcap.capture.protocol.login;

import static io.aegispcap.capture.protocol.Side.CLIENT;
import static io.aegispcap.capture.protocol.Side.SERVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.MalformedMessageException;
import io.aegispcap.capture.protocol.Protocol;
import io.aegispcap.capture.protocol.Recognition;
import io.aegispcap.capture.protocol.ScriptedConversation;
import io.aegispcap.capture.protocol.Side;
import io.aegispcap.capture.protocol.login.LoginAttempt.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoginTests {
  private static final Protocol FTP = new FtpProtocol();
  private static final Protocol SMTP = new SmtpProtocol();
  private static final Protocol POP3 = new Pop3Protocol();
  private static final Protocol IMAP = new ImapProtocol();

  /// Lines that begin with `C: ` are the client's, with `S: ` the server's.
  private static ScriptedConversation talk(Protocol protocol, int size, String script) {
    ScriptedConversation conversation = ScriptedConversation.tcp(9999);
    Dialogue dialogue = protocol.open(conversation);
    boolean more = true;
    for (String line : script.lines().toList()) {
      if (more) {
        Side side = line.startsWith("C: ") ? CLIENT : SERVER;
        byte[] bytes = (line.substring(3) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        more = conversation.sayInPieces(dialogue, side, bytes, size);
      }
    }
    dialogue.close();
    return conversation;
  }

  private static List<LoginAttempt> attempts(Protocol protocol, String script) {
    List<Fact> facts = talk(protocol, 10_000, script).facts();
    qt().withExamples(100)
        .forAll(integers().between(1, 40))
        .checkAssert(size -> assertThat(talk(protocol, size, script).facts()).isEqualTo(facts));
    assertThat(facts.toString()).doesNotContain("hunter2");
    return facts.stream()
        .filter(LoginAttempt.class::isInstance)
        .map(LoginAttempt.class::cast)
        .toList();
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void followsFtpLogins() {
    List<LoginAttempt> attempts =
        attempts(
            FTP,
            """
            S: 220-Welcome
            S: 220 FTP ready
            C: USER alice
            S: 331 Password please
            C: PASS wrong
            S: 530 Login incorrect
            C: USER bob
            S: 331 Password please
            C: PASS hunter2
            S: 230 Logged in
            C: USER nobody
            """);
    assertThat(attempts)
        .extracting(LoginAttempt::user, LoginAttempt::outcome, LoginAttempt::frameId)
        .containsExactly(tuple("alice", Outcome.REFUSED, 5L), tuple("bob", Outcome.ACCEPTED, 9L));
    assertThat(attempts).allMatch(LoginAttempt::cleartext);
  }

  @Test
  void takesAnFtpNameAloneForAnAttemptOnlyWhenItIsAnsweredSo() {
    assertThat(attempts(FTP, "C: USER root\nS: 530 Permission denied"))
        .extracting(LoginAttempt::mechanism, LoginAttempt::outcome)
        .containsExactly(tuple("USER", Outcome.REFUSED));
    assertThat(attempts(FTP, "C: USER root\nS: 331 Password")).isEmpty();
    assertThat(attempts(FTP, "C: USER root\nS: 331 Password\nC: PASS x"))
        .extracting(LoginAttempt::outcome)
        .containsExactly(Outcome.UNKNOWN);
  }

  @Test
  void stopsAtTls() {
    ScriptedConversation ftp = talk(FTP, 99, "C: AUTH TLS\nS: 234 Go\nC: USER x\nC: PASS y");
    ScriptedConversation smtp = talk(SMTP, 99, "C: STARTTLS\nS: 220 Go\nC: MAIL FROM:<a@b>");
    ScriptedConversation pop3 = talk(POP3, 99, "C: STLS\nS: +OK\nC: USER x\nC: PASS y");
    ScriptedConversation imap = talk(IMAP, 99, "C: a STARTTLS\nS: a OK\nC: b LOGIN x y");
    for (ScriptedConversation conversation : List.of(ftp, smtp, pop3, imap)) {
      assertThat(conversation.facts(LoginAttempt.class)).isEmpty();
      assertThat(conversation.facts(MailEnvelope.class)).isEmpty();
    }
  }

  @Test
  void readsSmtpCredentialsWithoutTheirPasswords() {
    List<LoginAttempt> attempts =
        attempts(
            SMTP,
            """
            S: 220 mx ESMTP Postfix
            C: EHLO me
            S: 250-mx
            S: 250 AUTH PLAIN LOGIN
            C: AUTH PLAIN %s
            S: 535 5.7.8 Authentication failed
            C: AUTH LOGIN
            S: 334 VXNlcm5hbWU6
            C: %s
            S: 334 UGFzc3dvcmQ6
            C: %s
            S: 235 2.7.0 Authentication successful
            C: AUTH CRAM-MD5
            S: 334 PDE4OTY2OTcxNzA5NTJAcG9zdG9mZmljZT4=
            C: %s
            """
                .formatted(
                    base64("\0alice\0hunter2"),
                    base64("bob"),
                    base64("hunter2"),
                    base64("tim b913a602c7eda7a495b4e6e7334d3890")));
    assertThat(attempts)
        .extracting(
            LoginAttempt::user,
            LoginAttempt::mechanism,
            LoginAttempt::outcome,
            LoginAttempt::cleartext)
        .containsExactly(
            tuple("alice", "PLAIN", Outcome.REFUSED, true),
            tuple("bob", "LOGIN", Outcome.ACCEPTED, true),
            tuple("tim", "CRAM-MD5", Outcome.UNKNOWN, false));
  }

  @Test
  void readsMailEnvelopesAndPassesTheTextOver() {
    ScriptedConversation conversation =
        talk(
            SMTP,
            10,
            """
            S: 220 mx ESMTP
            C: HELO spam.example
            S: 250 ok
            C: MAIL FROM:<a@example.org> SIZE=5
            S: 250 ok
            C: RCPT TO:<b@example.net>
            S: 250 ok
            C: rcpt to: c@example.net
            S: 250 ok
            C: DATA
            S: 354 go on
            C: MAIL FROM:<fake@example.org>
            C: .
            S: 250 queued
            C: MAIL FROM:<>
            """);
    assertThat(conversation.facts(MailEnvelope.class))
        .extracting(MailEnvelope::helo, MailEnvelope::from, MailEnvelope::to)
        .containsExactly(
            tuple("spam.example", "a@example.org", List.of("b@example.net", "c@example.net")),
            tuple("spam.example", "", List.of()));
    assertThat(conversation.facts(ServiceBanner.class))
        .extracting(ServiceBanner::banner)
        .containsExactly("mx ESMTP");
  }

  @Test
  void followsPop3Logins() {
    List<LoginAttempt> attempts =
        attempts(
            POP3,
            """
            S: +OK POP3 ready
            C: USER alice
            S: +OK
            C: PASS wrong
            S: -ERR no
            C: APOP bob c4c9334bac560ecc979e58001b3e22fb
            S: -ERR no
            C: AUTH PLAIN
            S: +
            C: %s
            S: +OK welcome
            """
                .formatted(base64("\0carol\0hunter2")));
    assertThat(attempts)
        .extracting(LoginAttempt::user, LoginAttempt::mechanism, LoginAttempt::outcome)
        .containsExactly(
            tuple("alice", "USER/PASS", Outcome.REFUSED),
            tuple("bob", "APOP", Outcome.REFUSED),
            tuple("carol", "PLAIN", Outcome.ACCEPTED));
  }

  @Test
  void followsImapLogins() {
    List<LoginAttempt> attempts =
        attempts(
            IMAP,
            """
            S: * OK IMAP4rev1 ready
            C: a1 LOGIN "al\\"ice" "wrong"
            S: a1 NO failed
            C: a2 LOGIN {3}
            S: + go on
            C: bob {7}
            S: + go on
            C: hunter2
            S: a2 NO failed
            C: a3 AUTHENTICATE PLAIN
            S: +
            C: %s
            S: * CAPABILITY IMAP4rev1
            S: a3 OK welcome
            """
                .formatted(base64("\0carol\0hunter2")));
    assertThat(attempts)
        .extracting(LoginAttempt::user, LoginAttempt::mechanism, LoginAttempt::outcome)
        .containsExactly(
            tuple("al\"ice", "LOGIN", Outcome.REFUSED),
            tuple("bob", "LOGIN", Outcome.REFUSED),
            tuple("carol", "PLAIN", Outcome.ACCEPTED));
  }

  @Test
  void cutsLinesAndRefusesBinary() {
    assertThat(attempts(FTP, "C: USER " + "x".repeat(5000) + "\nC: PASS y"))
        .extracting(attempt -> attempt.user().length())
        .containsExactly(256);
    assertThatThrownBy(() -> talk(FTP, 99, "C: US\0ER"))
        .isInstanceOf(MalformedMessageException.class);
  }

  @Test
  void tellsTheProtocolsApart() {
    recognise(SERVER, "220 (vsFTPd 3.0.3)\r\n", Recognition.YES, Recognition.NO);
    recognise(SERVER, "220 mx ESMTP Postfix\r\n", Recognition.NO, Recognition.YES);
    recognise(SERVER, "220 hello\r\n", Recognition.MORE, Recognition.MORE);
    recognise(SERVER, "220 hello\r\n331 Password\r\n", Recognition.YES, Recognition.MORE);
    recognise(SERVER, "220 hello\r\n250 ok\r\n", Recognition.MORE, Recognition.YES);
    recognise(CLIENT, "EHLO me\r\n", Recognition.NO, Recognition.YES);
    recognise(CLIENT, "USER x\r\n", Recognition.MORE, Recognition.NO);
    recognise(CLIENT, "USER x\r\nPASS y\r\nSYST\r\n", Recognition.YES, Recognition.NO);
    recognise(CLIENT, "GET / HTTP/1.1\r\n", Recognition.NO, Recognition.NO);
    assertThat(recognise(POP3, SERVER, "+OK ready\r\n")).isEqualTo(Recognition.YES);
    assertThat(recognise(POP3, SERVER, "+OK\r\n")).isEqualTo(Recognition.NO);
    assertThat(recognise(IMAP, SERVER, "* OK ready\r\n")).isEqualTo(Recognition.YES);
    assertThat(recognise(IMAP, CLIENT, "a1 CAPABILITY\r\n")).isEqualTo(Recognition.YES);
  }

  private static void recognise(Side side, String text, Recognition ftp, Recognition smtp) {
    assertThat(recognise(FTP, side, text)).as("ftp %s", text).isEqualTo(ftp);
    assertThat(recognise(SMTP, side, text)).as("smtp %s", text).isEqualTo(smtp);
  }

  private static Recognition recognise(Protocol protocol, Side side, String text) {
    return protocol.recognise(side, Bytes.of(text.getBytes(StandardCharsets.ISO_8859_1)));
  }
}
