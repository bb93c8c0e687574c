package io.aegispcap.capture.file;

import io.aegispcap.capture.packet.Packet;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/// A source of packets in order: one capture, or several merged by time. Opened by [Captures].
public interface CaptureFile extends Closeable {
  /// Points the packet at the next frame. Its bytes stay readable until the next call, or for as
  /// long as somebody retains its window.
  ///
  /// @return false at the end
  /// @throws MalformedCaptureException when the bytes are no capture, with file and byte offset
  /// @throws IOException when reading fails
  boolean next(Packet packet) throws IOException;

  /// What the capture says about the frame that [#next] delivered last, beside its bytes; to be
  /// asked before the one after it.
  FrameContext context();

  /// Bytes read so far of all the captures as they lie there, for showing progress against
  /// [CaptureInfo#size]; to be asked on the reading thread.
  long bytesRead();

  /// What should be known about the captures though they could be read, so far.
  List<Notice> notices();

  /// What is known about each capture of the run, by its index in packets, so far.
  List<CaptureInfo> captures();

  /// Keys that the captures carry, in the order they came so far.
  List<DecryptionSecrets> decryptionSecrets();
}
