package io.aegispcap.analysis.slice;

import io.aegispcap.capture.file.CaptureFile;
import io.aegispcap.capture.file.CaptureWriter;
import io.aegispcap.capture.packet.Packet;
import java.io.IOException;

/// Copies frames as they lie there, with what the captures say of them: interfaces, comments, keys.
public final class FrameCopy {
  private FrameCopy() {}

  /// Copies and completes the target.
  ///
  /// @param source read from its beginning
  /// @throws IOException when one can't be read or the other can't be written
  public static void copy(CaptureFile source, FrameSet frames, CaptureWriter target)
      throws IOException {
    Packet packet = new Packet();
    int secrets = 0;
    long left = frames.size();
    while (left > 0 && source.next(packet)) {
      if (frames.contains(packet.frameId())) {
        left--;
        while (secrets < source.decryptionSecrets().size()) {
          target.write(source.decryptionSecrets().get(secrets++));
        }
        target.write(packet, source.context());
      }
    }
    target.finish();
  }
}
