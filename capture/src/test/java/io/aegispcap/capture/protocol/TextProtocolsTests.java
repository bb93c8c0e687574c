package io.aegispcap.capture.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.capture.protocol.irc.IrcProtocol;
import io.aegispcap.capture.protocol.irc.IrcSession;
import io.aegispcap.capture.protocol.login.FtpProtocol;
import io.aegispcap.capture.protocol.login.LoginAttempt;
import io.aegispcap.capture.protocol.login.TelnetProtocol;
import io.aegispcap.capture.protocol.login.TelnetSession;
import io.aegispcap.capture.protocol.sip.SipExchange;
import io.aegispcap.capture.protocol.sip.SipProtocol;
import io.aegispcap.capture.protocol.ssdp.SsdpMessage;
import io.aegispcap.capture.protocol.ssdp.SsdpProtocol;
import io.aegispcap.capture.protocol.stratum.StratumProtocol;
import io.aegispcap.capture.protocol.stratum.StratumSession;
import io.aegispcap.capture.protocol.syslog.SyslogProtocol;
import io.aegispcap.capture.protocol.syslog.SyslogSession;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Protocols of text: conversations written from their specifications.
class TextProtocolsTests {
  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static Said client(String text) {
    return Said.client(bytes(text));
  }

  private static Said server(String text) {
    return Said.server(bytes(text));
  }

  private static Recognition of(Protocol protocol, Side side, String text) {
    return protocol.recognise(side, Bytes.of(bytes(text)));
  }

  private static <F extends Fact> List<F> facts(Class<F> type, Protocol protocol, Said... words) {
    List<F> found = new ArrayList<>();
    for (Fact fact : Said.listen(protocol, List.of(words))) {
      if (type.isInstance(fact)) {
        found.add(type.cast(fact));
      }
    }
    return found;
  }

  /// RFC 854, RFC 1091: options, then a login that fails and one that succeeds.
  @Test
  void readsLoginsByTelnet() {
    Said[] words = {
      server("\u00ff\u00fd\u0018\u00ff\u00fb\u0001"),
      client("\u00ff\u00fb\u0018\u00ff\u00fd\u0001\u00ff\u00fa\u0018\0VT100\u00ff\u00f0"),
      server("\r\nlogin: "),
      client("r"),
      client("oox\u007ft\r\0"),
      server("root\r\nPassword: "),
      client("secret1\r\0"),
      server("\r\nLogin incorrect\r\nlogin: "),
      client("admin\r\n"),
      server("admin\r\nPassword: "),
      client("secret2\r\n"),
      server("\r\nWelcome to the box\r\n$ "),
    };
    List<LoginAttempt> logins = facts(LoginAttempt.class, new TelnetProtocol(), words);
    assertThat(logins).extracting(LoginAttempt::user).containsExactly("root", "admin");
    assertThat(logins)
        .extracting(LoginAttempt::outcome)
        .containsExactly(LoginAttempt.Outcome.REFUSED, LoginAttempt.Outcome.ACCEPTED);
    assertThat(logins.toString()).doesNotContain("secret");
    TelnetSession session = facts(TelnetSession.class, new TelnetProtocol(), words).getFirst();
    assertThat(session.options()).containsExactly("echo", "terminal-type");
    assertThat(session.terminal()).isEqualTo("vt100");
  }

  /// Each byte made the whole line be looked through anew.
  @Test
  void judgesLinesThatTelnetSendsByteByByte() {
    List<Said> words = new ArrayList<>();
    words.add(server("\u00ff\u00fb\u0001"));
    byteByByte(words, "login: ");
    words.add(client("root\r\n"));
    byteByByte(words, "password for the one who is called root: ");
    words.add(client("secret\r\n"));
    byteByByte(words, "x ".repeat(200) + "Login inxx\b\bcorrect");
    byteByByte(words, "\r\nlogin: ");
    words.add(client("admin\r\n"));
    byteByByte(words, "Password:");
    words.add(client("secret\r\n"));
    byteByByte(words, "Last login: Sat Nov 28");
    List<LoginAttempt> logins =
        facts(LoginAttempt.class, new TelnetProtocol(), words.toArray(Said[]::new));
    assertThat(logins)
        .extracting(LoginAttempt::outcome)
        .containsExactly(LoginAttempt.Outcome.REFUSED, LoginAttempt.Outcome.ACCEPTED);
  }

  private static void byteByByte(List<Said> words, String text) {
    text.chars().forEach(c -> words.add(server(Character.toString(c))));
  }

  @Test
  void takesOtherStreamsNotForTelnet() {
    TelnetProtocol telnet = new TelnetProtocol();
    assertThat(of(telnet, Side.SERVER, "\u00ff\u00fb\u0090d")).isEqualTo(Recognition.NO);
    assertThat(of(telnet, Side.SERVER, "\u00ff\u00d8\u00ff\u00e0")).isEqualTo(Recognition.NO);
    assertThat(of(telnet, Side.SERVER, "\u00ff\u00fb\u0001\u0000")).isEqualTo(Recognition.NO);
    assertThat(of(telnet, Side.CLIENT, "")).isEqualTo(Recognition.MORE);
    assertThat(of(telnet, Side.CLIENT, "\u00ff\u00fb\u0001")).isEqualTo(Recognition.YES);
  }

  /// RFC 2812 3.1 and 5.1.
  @Test
  void readsASessionOfIrc() {
    IrcSession session =
        facts(
                IrcSession.class,
                new IrcProtocol(),
                client("PASS secret\r\nNICK wiz\r\nUSER guest 0 * :Ronnie Reagan\r\n"),
                server(":irc.example.org 001 wiz :Welcome\r\n"),
                client("JOIN #a,#b\r\nPRIVMSG #a :hello\r\n"),
                server(":x!y@z PRIVMSG #a :hi\r\n:x!y@z PRIVMSG #b :hi\r\n"))
            .getFirst();
    assertThat(session.nick()).isEqualTo("wiz");
    assertThat(session.user()).isEqualTo("guest");
    assertThat(session.realName()).isEqualTo("Ronnie Reagan");
    assertThat(session.server()).isEqualTo("irc.example.org");
    assertThat(session.channels()).containsExactly("#a", "#b");
    assertThat(session.sent()).isEqualTo(1);
    assertThat(session.received()).isEqualTo(2);
    assertThat(session.registered()).isTrue();
    assertThat(session.toString()).doesNotContain("secret").doesNotContain("hello");
  }

  @Test
  void tellsIrcFromFtp() {
    IrcProtocol irc = new IrcProtocol();
    assertThat(of(irc, Side.CLIENT, "USER anonymous\r\n")).isEqualTo(Recognition.NO);
    assertThat(of(irc, Side.CLIENT, "PASS x\r\n")).isEqualTo(Recognition.MORE);
    assertThat(of(irc, Side.CLIENT, "CAP LS 302\r\n")).isEqualTo(Recognition.YES);
    assertThat(of(irc, Side.SERVER, ":irc.example.org NOTICE * :*** Looking up\r\n"))
        .isEqualTo(Recognition.YES);
    assertThat(of(irc, Side.SERVER, "NOTIFY * HTTP/1.1\r\n")).isEqualTo(Recognition.NO);
    assertThat(of(new FtpProtocol(), Side.CLIENT, "NICK a\r\nUSER b 0 * :c\r\n"))
        .isEqualTo(Recognition.NO);
  }

  private static String register(int number, String extra) {
    return """
        REGISTER sip:example.org SIP/2.0
        Via: SIP/2.0/UDP 192.0.2.1
        From: "Bob" <sip:bob@example.org>;tag=1
        To: <sip:bob@example.org>
        Call-ID: 843817637684230
        CSeq: %d REGISTER
        User-Agent: phone
        %s
        """
        .formatted(number, extra);
  }

  private static String answer(int status, int number) {
    return "SIP/2.0 %d Whatever\r\nCall-ID: 843817637684230\r\nCSeq: %d REGISTER\r\nServer: x\r\n\r\n"
        .formatted(status, number);
  }

  /// RFC 3261 24.1 and 22.4.
  @Test
  void readsRegistrationsBySip() {
    Said[] words = {
      client(register(1, "")),
      server("SIP/2.0 100 Trying\r\nCall-ID: 843817637684230\r\nCSeq: 1 REGISTER\r\n\r\n"),
      server(answer(401, 1)),
      client(register(2, "Authorization: Digest username=\"bob\", response=\"secret\"")),
      server(answer(200, 2)),
      client("\r\n\r\n")
    };
    List<SipExchange> exchanges = facts(SipExchange.class, new SipProtocol(), words);
    assertThat(exchanges).extracting(SipExchange::status).containsExactly(401, 200);
    SipExchange last = exchanges.getLast();
    assertThat(last.method()).isEqualTo("REGISTER");
    assertThat(last.uri()).isEqualTo("sip:example.org");
    assertThat(last.from()).isEqualTo("sip:bob@example.org");
    assertThat(last.userAgent()).isEqualTo("phone");
    assertThat(last.userName()).isEqualTo("bob");
    List<LoginAttempt> logins = facts(LoginAttempt.class, new SipProtocol(), words);
    assertThat(logins).hasSize(1);
    assertThat(logins.getFirst().outcome()).isEqualTo(LoginAttempt.Outcome.ACCEPTED);
    assertThat(exchanges.toString()).doesNotContain("secret");
  }

  /// RFC 5424 6.5, RFC 3164 5.4.
  @Test
  void readsHeadersOfBothSyslogs() {
    SyslogSession session =
        facts(
                SyslogSession.class,
                new SyslogProtocol(),
                client("<34>1 2003-10-11T22:14:15.003Z mymachine.example.com su - ID47 - failed"),
                client("<13>Feb  5 17:32:18 10.0.0.99 Use the BFG!"),
                client("<0>Oct 22 10:52:12 scapegoat sched[0]: That's All Folks!"),
                client("no header"))
            .getFirst();
    assertThat(session.hosts()).containsExactly("mymachine.example.com", "10.0.0.99", "scapegoat");
    assertThat(session.apps()).containsExactly("su", "Use", "sched");
    assertThat(session.facilities()).containsExactly("auth", "user", "kern");
    assertThat(session.worst()).isZero();
    assertThat(session.messages()).isEqualTo(3);
    assertThat(of(new SyslogProtocol(), Side.CLIENT, "<html> 1 2")).isEqualTo(Recognition.NO);
    assertThat(of(new SyslogProtocol(), Side.CLIENT, "<999>1 - a b c d -"))
        .isEqualTo(Recognition.NO);
  }

  /// UPnP Device Architecture 1.3, 1.2 and 1.3.
  @Test
  void readsSearchesAndTheirAnswersOnce() {
    String search = "M-SEARCH * HTTP/1.1\r\nMAN: \"ssdp:discover\"\r\nST: ssdp:all\r\n\r\n";
    String found =
        String.join(
            "\r\n",
            "HTTP/1.1 200 OK",
            "ST: upnp:rootdevice",
            "USN: uuid:1::upnp:rootdevice",
            "SERVER: Linux UPnP/1.1 x/1",
            "LOCATION: http://192.0.2.9/d.xml",
            "",
            "");
    List<SsdpMessage> messages =
        facts(SsdpMessage.class, new SsdpProtocol(), client(search), client(search), server(found));
    assertThat(messages).hasSize(2);
    assertThat(messages.getFirst().target()).isEqualTo("ssdp:all");
    assertThat(messages.getLast().location()).isEqualTo("http://192.0.2.9/d.xml");
    assertThat(messages.getLast().server()).isEqualTo("Linux UPnP/1.1 x/1");
    assertThat(of(new SsdpProtocol(), Side.SERVER, "HTTP/1.1 200 OK\r\nServer: x\r\n\r\n"))
        .isEqualTo(Recognition.NO);
  }

  @Test
  void readsWhatMinersSay() {
    StratumSession bitcoin =
        facts(
                StratumSession.class,
                new StratumProtocol(),
                client("{\"id\": 1, \"method\": \"mining.subscribe\", \"params\": [\"cpu/2\"]}\n"),
                server("{\"id\": 1, \"result\": [], \"error\": null}\n"),
                client(
                    "{\"id\":2,\"method\":\"mining.authorize\",\"params\":[\"w.1\",\"secret\"]}\n"),
                server("{\"method\": \"mining.notify\", \"params\": []}\n"),
                client("{\"id\":4,\"method\":\"mining.submit\",\"params\":[\"w.1\"]}\n"))
            .getFirst();
    assertThat(bitcoin.agent()).isEqualTo("cpu/2");
    assertThat(bitcoin.worker()).isEqualTo("w.1");
    assertThat(bitcoin.jobs()).isEqualTo(1);
    assertThat(bitcoin.shares()).isEqualTo(1);
    assertThat(bitcoin.toString()).doesNotContain("secret");
    String login =
        "{\"id\":1,\"jsonrpc\":\"2.0\",\"method\":\"login\",\"params\":{\"login\":\"4wallet\","
            + "\"pass\":\"x\",\"agent\":\"XMRig/6.0\"}}\n";
    assertThat(facts(StratumSession.class, new StratumProtocol(), client(login)).getFirst().agent())
        .isEqualTo("XMRig/6.0");
    assertThat(of(new StratumProtocol(), Side.CLIENT, "{\"method\":\"login\",\"params\":[]}\n"))
        .isEqualTo(Recognition.NO);
  }
}
