package io.aegispcap.capture.file;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;

/// Opens captures: pcap and pcapng, as files, named pipes and streams.
public final class Captures {
  private Captures() {}

  /// Opens a file or named pipe.
  ///
  /// @throws MalformedCaptureException when it holds no capture
  /// @throws IOException when it cannot be read
  public static CaptureFile open(Path file, ReadOptions options) throws IOException {
    return new CaptureOpener(options).open(file.toString(), file, 0);
  }

  /// Opens a stream, which is closed with the capture.
  ///
  /// @param name what to call it in messages
  public static CaptureFile open(String name, ReadableByteChannel stream, ReadOptions options)
      throws IOException {
    return new CaptureOpener(options).open(name, stream, 0);
  }
}
