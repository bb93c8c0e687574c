package io.aegispcap.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;

/// Consoles that nobody sits at.
final class Consoles {
  private Consoles() {}

  static Console silent() {
    return with(new byte[0], new ByteArrayOutputStream());
  }

  static Console with(byte[] in, OutputStream out) {
    return new Console(
        Channels.newChannel(new ByteArrayInputStream(in)), out, false, false, false, 100, false);
  }
}
