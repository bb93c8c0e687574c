package io.aegispcap.analysis.dissection;

import io.aegispcap.analysis.slice.FrameSet;
import io.aegispcap.capture.file.CaptureFile;
import io.aegispcap.capture.file.Captures;
import io.aegispcap.capture.file.ReadOptions;
import io.aegispcap.capture.packet.Packet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Finds frames by their numbers. Captures have no index, so all that lies before is read.
public final class FrameReading {
  private FrameReading() {}

  /// Takes these frames of one capture apart, in the order they lie there; those that it does not
  /// have are left out.
  ///
  /// @throws IOException when it can't be read as far as the last of them
  public static List<Dissection> dissect(Path capture, FrameSet wanted, ReadOptions options)
      throws IOException {
    List<Dissection> found = new ArrayList<>();
    Dissector dissector = new Dissector();
    Packet packet = new Packet();
    try (CaptureFile source = Captures.open(capture, options)) {
      while (found.size() < wanted.size() && source.next(packet)) {
        if (wanted.contains(packet.frameId())) {
          found.add(dissector.dissect(packet));
        }
      }
    }
    return found;
  }
}
