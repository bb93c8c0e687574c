package io.aegispcap.analysis.flow;

import io.aegispcap.capture.packet.Packet;
import io.aegispcap.capture.protocol.Protocol;
import io.aegispcap.capture.protocol.bacnet.BacnetProtocol;
import io.aegispcap.capture.protocol.dhcp.DhcpProtocol;
import io.aegispcap.capture.protocol.dhcpv6.Dhcpv6Protocol;
import io.aegispcap.capture.protocol.dnp3.Dnp3Protocol;
import io.aegispcap.capture.protocol.dns.DnsProtocol;
import io.aegispcap.capture.protocol.http.HttpProtocol;
import io.aegispcap.capture.protocol.http2.Http2Protocol;
import io.aegispcap.capture.protocol.iec104.Iec104Protocol;
import io.aegispcap.capture.protocol.ike.IkeProtocol;
import io.aegispcap.capture.protocol.irc.IrcProtocol;
import io.aegispcap.capture.protocol.kerberos.KerberosProtocol;
import io.aegispcap.capture.protocol.ldap.LdapProtocol;
import io.aegispcap.capture.protocol.login.FtpProtocol;
import io.aegispcap.capture.protocol.login.ImapProtocol;
import io.aegispcap.capture.protocol.login.MysqlProtocol;
import io.aegispcap.capture.protocol.login.Pop3Protocol;
import io.aegispcap.capture.protocol.login.PostgresProtocol;
import io.aegispcap.capture.protocol.login.SmtpProtocol;
import io.aegispcap.capture.protocol.login.TelnetProtocol;
import io.aegispcap.capture.protocol.login.VncProtocol;
import io.aegispcap.capture.protocol.modbus.ModbusProtocol;
import io.aegispcap.capture.protocol.mqtt.MqttProtocol;
import io.aegispcap.capture.protocol.ntp.NtpProtocol;
import io.aegispcap.capture.protocol.openvpn.OpenVpnProtocol;
import io.aegispcap.capture.protocol.quic.QuicProtocol;
import io.aegispcap.capture.protocol.radius.RadiusProtocol;
import io.aegispcap.capture.protocol.rdp.RdpProtocol;
import io.aegispcap.capture.protocol.rpc.RpcProtocol;
import io.aegispcap.capture.protocol.s7.S7PlusProtocol;
import io.aegispcap.capture.protocol.s7.S7Protocol;
import io.aegispcap.capture.protocol.shell.ShellProtocol;
import io.aegispcap.capture.protocol.sip.SipProtocol;
import io.aegispcap.capture.protocol.smb.SmbProtocol;
import io.aegispcap.capture.protocol.snmp.SnmpProtocol;
import io.aegispcap.capture.protocol.ssdp.SsdpProtocol;
import io.aegispcap.capture.protocol.ssh.SshProtocol;
import io.aegispcap.capture.protocol.stratum.StratumProtocol;
import io.aegispcap.capture.protocol.stun.StunProtocol;
import io.aegispcap.capture.protocol.syslog.SyslogProtocol;
import io.aegispcap.capture.protocol.tftp.TftpProtocol;
import io.aegispcap.capture.protocol.tls.TlsProtocol;
import io.aegispcap.capture.protocol.wireguard.WireGuardProtocol;
import java.util.List;

/// The application protocols that are looked for, in the order they are asked. A new protocol is a
/// line here. One thread at a time uses an instance.
public final class KnownProtocols {
  private final List<Protocol> overTcp;
  private final List<Protocol> overUdp;

  public KnownProtocols() {
    List<Protocol> all =
        List.of(
            new TlsProtocol(),
            new HttpProtocol(),
            new Http2Protocol(),
            new SshProtocol(),
            new DnsProtocol(),
            new SmbProtocol(),
            new RpcProtocol(),
            new LdapProtocol(),
            new KerberosProtocol(),
            new IrcProtocol(),
            new FtpProtocol(),
            new SmtpProtocol(),
            new Pop3Protocol(),
            new ImapProtocol(),
            new TelnetProtocol(),
            new MysqlProtocol(),
            new PostgresProtocol(),
            new VncProtocol(),
            new StratumProtocol(),
            new OpenVpnProtocol(),
            new ShellProtocol(),
            new QuicProtocol(),
            new NtpProtocol(),
            new DhcpProtocol(),
            new Dhcpv6Protocol(),
            new RadiusProtocol(),
            new ModbusProtocol(),
            new S7Protocol(),
            new S7PlusProtocol(),
            new Dnp3Protocol(),
            new Iec104Protocol(),
            new BacnetProtocol(),
            new RdpProtocol(),
            new MqttProtocol(),
            new SnmpProtocol(),
            new StunProtocol(),
            new SipProtocol(),
            new SsdpProtocol(),
            new SyslogProtocol(),
            new TftpProtocol(),
            new WireGuardProtocol(),
            new IkeProtocol());
    overTcp = all.stream().filter(protocol -> protocol.over(Packet.TCP)).toList();
    overUdp = all.stream().filter(protocol -> protocol.over(Packet.UDP)).toList();
  }

  public List<Protocol> over(int ipProtocol) {
    return switch (ipProtocol) {
      case Packet.TCP -> overTcp;
      case Packet.UDP -> overUdp;
      default -> List.of();
    };
  }
}
