/// Bytes to packets: capture files, packet decoding, application protocols.
module io.aegispcap.capture {
  requires static org.jspecify;
  requires com.github.luben.zstd_jni;

  exports io.aegispcap.capture.file;
  exports io.aegispcap.capture.packet;
  exports io.aegispcap.capture.protocol;
}
