package io.aegispcap.capture.file;

import io.aegispcap.capture.packet.Packet;
import java.io.IOException;
import java.util.List;

/// Reads the packet records of one capture format.
sealed interface RecordReader permits PcapReader, PcapngReader {
  /// Points the packet at the next frame.
  ///
  /// @return false at the end
  boolean next(Packet packet) throws IOException;

  /// What the capture says about the frame that came last, beside its bytes.
  FrameContext context();

  /// Format with its variant, such as "pcap, big endian, nanoseconds".
  String format();

  /// Keys to what is encrypted in the frames, in the order they came.
  List<DecryptionSecrets> secrets();

  /// Interfaces in the order of their declaration.
  List<Interface> interfaces();
}
