/// Bytes to packets: capture files, packet decoding, application protocols.
module io.aegispcap.capture {
  requires static org.jspecify;
  requires com.github.luben.zstd_jni;

  exports io.aegispcap.capture.file;
  exports io.aegispcap.capture.packet;
  exports io.aegispcap.capture.protocol;
  exports io.aegispcap.capture.protocol.kerberos;
  exports io.aegispcap.capture.protocol.ldap;
  exports io.aegispcap.capture.protocol.ntlm;
  exports io.aegispcap.capture.protocol.rpc;
  exports io.aegispcap.capture.protocol.smb;
  exports io.aegispcap.capture.protocol.quic;
  exports io.aegispcap.capture.protocol.ssh;
  exports io.aegispcap.capture.protocol.tls;
  exports io.aegispcap.capture.protocol.dhcp;
  exports io.aegispcap.capture.protocol.dhcpv6;
  exports io.aegispcap.capture.protocol.dns;
  exports io.aegispcap.capture.protocol.http;
  exports io.aegispcap.capture.protocol.login;
  exports io.aegispcap.capture.protocol.ntp;
  exports io.aegispcap.capture.protocol.snmp;
  exports io.aegispcap.capture.protocol.mqtt;
  exports io.aegispcap.capture.protocol.radius;
  exports io.aegispcap.capture.protocol.rdp;
  exports io.aegispcap.capture.protocol.bacnet;
  exports io.aegispcap.capture.protocol.iec104;
  exports io.aegispcap.capture.protocol.dnp3;
  exports io.aegispcap.capture.protocol.s7;
  exports io.aegispcap.capture.protocol.modbus;
  exports io.aegispcap.capture.protocol.control;
  exports io.aegispcap.capture.protocol.http2;
  exports io.aegispcap.capture.protocol.ike;
  exports io.aegispcap.capture.protocol.irc;
  exports io.aegispcap.capture.protocol.openvpn;
  exports io.aegispcap.capture.protocol.shell;
  exports io.aegispcap.capture.protocol.sip;
  exports io.aegispcap.capture.protocol.ssdp;
  exports io.aegispcap.capture.protocol.stratum;
  exports io.aegispcap.capture.protocol.stun;
  exports io.aegispcap.capture.protocol.syslog;
  exports io.aegispcap.capture.protocol.tftp;
  exports io.aegispcap.capture.protocol.websocket;
  exports io.aegispcap.capture.protocol.wireguard;
}
