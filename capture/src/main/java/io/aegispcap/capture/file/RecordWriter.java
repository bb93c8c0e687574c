package io.aegispcap.capture.file;

import io.aegispcap.capture.packet.Packet;
import java.io.IOException;

/// Writes the records of one capture format.
sealed interface RecordWriter permits PcapWriter, PcapngWriter {
  /// Adds the frame that the packet points at, with what of its context the format has a place for.
  void frame(Packet packet, FrameContext context) throws IOException;

  /// Adds keys, where the format has a place for them.
  void secrets(DecryptionSecrets secrets) throws IOException;

  /// What belongs into a file even when no frame came.
  void end() throws IOException;
}
