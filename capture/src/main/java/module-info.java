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
  exports io.aegispcap.capture.protocol.dns;
  exports io.aegispcap.capture.protocol.http;
  exports io.aegispcap.capture.protocol.login;
  exports io.aegispcap.capture.protocol.ntp;
  exports io.aegispcap.capture.protocol.snmp;
  exports io.aegispcap.capture.protocol.mqtt;
  exports io.aegispcap.capture.protocol.rdp;
  exports io.aegispcap.capture.protocol.bacnet;
  exports io.aegispcap.capture.protocol.iec104;
  exports io.aegispcap.capture.protocol.dnp3;
  exports io.aegispcap.capture.protocol.s7;
  exports io.aegispcap.capture.protocol.modbus;
  exports io.aegispcap.capture.protocol.control;
}
