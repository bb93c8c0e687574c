package io.aegispcap.capture.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.capture.Tshark;
import io.aegispcap.capture.protocol.sip.SipExchange;
import io.aegispcap.capture.protocol.sip.SipProtocol;
import io.aegispcap.capture.protocol.stun.StunProtocol;
import io.aegispcap.capture.protocol.stun.StunSession;
import io.aegispcap.capture.protocol.syslog.SyslogProtocol;
import io.aegispcap.capture.protocol.syslog.SyslogSession;
import io.aegispcap.capture.protocol.tftp.TftpProtocol;
import io.aegispcap.capture.protocol.tftp.TftpRequest;
import io.aegispcap.capture.protocol.wireguard.WireGuardProtocol;
import io.aegispcap.capture.protocol.wireguard.WireGuardSession;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What real captures say in small protocols, against what tshark shows of them.
@Tag("corpus")
class WireProtocolsDifferentialTests {
  private static final String FOLDER = "benign/nDPI/";

  private static <F extends Fact> List<F> ours(Path capture, Protocol protocol, Class<F> type)
      throws Exception {
    return CaptureReplay.facts(capture, protocol).stream()
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  private static Set<String> theirs(Path capture, String filter, String... fields)
      throws Exception {
    return Tshark.over(capture).filter(filter).rows(fields).stream()
        .map(row -> String.join(" ", row).strip())
        .filter(text -> !text.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static long count(Path capture, String filter) throws Exception {
    return Tshark.over(capture).filter(filter).rows("frame.number").size();
  }

  @Test
  void readsTheCallsThatTsharkReads() throws Exception {
    Path capture = TsharkFrames.capture(FOLDER + "sip.pcap");
    Set<String> calls =
        ours(capture, new SipProtocol(), SipExchange.class).stream()
            .map(call -> call.method() + " " + call.callId())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(calls)
        .isNotEmpty()
        .isEqualTo(
            theirs(
                capture, "sip.Request-Line && sip.Method != \"ACK\"", "sip.Method", "sip.Call-ID"));
  }

  @Test
  void readsTheFilesThatTsharkReads() throws Exception {
    Path capture = TsharkFrames.capture(FOLDER + "tftp.pcap");
    Set<String> files =
        ours(capture, new TftpProtocol(), TftpRequest.class).stream()
            .map(TftpRequest::file)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(files)
        .isNotEmpty()
        .isEqualTo(
            theirs(
                capture,
                "tftp.opcode == 1 || tftp.opcode == 2",
                "tftp.source_file",
                "tftp.destination_file"));
  }

  @Test
  void countsTheMessagesThatTsharkCounts() throws Exception {
    Path stun = TsharkFrames.capture(FOLDER + "stun.pcap");
    long messages =
        ours(stun, new StunProtocol(), StunSession.class).stream()
            .mapToLong(session -> session.requests() + session.answers())
            .sum();
    assertThat(messages).isEqualTo(count(stun, "stun.cookie && udp && !icmp"));
    Path wireGuard = TsharkFrames.capture(FOLDER + "wireguard.pcap");
    List<WireGuardSession> sessions =
        ours(wireGuard, new WireGuardProtocol(), WireGuardSession.class);
    assertThat(sessions.stream().mapToLong(WireGuardSession::initiations).sum())
        .isPositive()
        .isEqualTo(count(wireGuard, "wg.type == 1"));
    assertThat(sessions.stream().mapToLong(WireGuardSession::responses).sum())
        .isEqualTo(count(wireGuard, "wg.type == 2"));
  }

  /// Tshark takes anything at port 514 for syslog; we take what has a time.
  @Test
  void countsNoMoreLogMessagesThanTshark() throws Exception {
    Path capture = TsharkFrames.capture(FOLDER + "syslog.pcap");
    long messages =
        ours(capture, new SyslogProtocol(), SyslogSession.class).stream()
            .mapToLong(SyslogSession::messages)
            .sum();
    assertThat(messages).isPositive().isLessThanOrEqualTo(count(capture, "syslog.facility"));
  }
}
