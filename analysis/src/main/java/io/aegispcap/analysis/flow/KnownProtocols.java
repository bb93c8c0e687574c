package io.aegispcap.analysis.flow;

import io.aegispcap.capture.packet.Packet;
import io.aegispcap.capture.protocol.Protocol;
import io.aegispcap.capture.protocol.dhcp.DhcpProtocol;
import io.aegispcap.capture.protocol.dns.DnsProtocol;
import io.aegispcap.capture.protocol.http.HttpProtocol;
import io.aegispcap.capture.protocol.login.FtpProtocol;
import io.aegispcap.capture.protocol.login.ImapProtocol;
import io.aegispcap.capture.protocol.login.Pop3Protocol;
import io.aegispcap.capture.protocol.login.SmtpProtocol;
import io.aegispcap.capture.protocol.ntp.NtpProtocol;
import io.aegispcap.capture.protocol.quic.QuicProtocol;
import io.aegispcap.capture.protocol.ssh.SshProtocol;
import io.aegispcap.capture.protocol.tls.TlsProtocol;
import java.util.List;

/// The application protocols that are looked for, in the order they are asked. A new protocol is a
/// line here.
public final class KnownProtocols {
  private static final List<Protocol> ALL =
      List.of(
          new TlsProtocol(),
          new HttpProtocol(),
          new SshProtocol(),
          new DnsProtocol(),
          new FtpProtocol(),
          new SmtpProtocol(),
          new Pop3Protocol(),
          new ImapProtocol(),
          new QuicProtocol(),
          new NtpProtocol(),
          new DhcpProtocol());

  private static final List<Protocol> OVER_TCP = overTransport(Packet.TCP);
  private static final List<Protocol> OVER_UDP = overTransport(Packet.UDP);

  private KnownProtocols() {}

  public static List<Protocol> all() {
    return ALL;
  }

  private static List<Protocol> overTransport(int ipProtocol) {
    return ALL.stream().filter(protocol -> protocol.over(ipProtocol)).toList();
  }

  static List<Protocol> over(int ipProtocol) {
    return switch (ipProtocol) {
      case Packet.TCP -> OVER_TCP;
      case Packet.UDP -> OVER_UDP;
      default -> List.of();
    };
  }
}
