/// Bytes to packets: capture files, packet decoding, application protocols.
module io.aegispcap.capture {
  requires static org.jspecify;
  requires static com.github.luben.zstd_jni;

  exports io.aegispcap.capture.file;
  exports io.aegispcap.capture.packet;
  exports io.aegispcap.capture.protocol;
  exports io.aegispcap.capture.protocol.quic;
  exports io.aegispcap.capture.protocol.ssh;
  exports io.aegispcap.capture.protocol.tls;
}
