package io.aegispcap.capture.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/// Finds out what lies in a file or stream and opens the reader for it.
final class CaptureOpener {
  private final ReadOptions options;

  CaptureOpener(ReadOptions options) {
    this.options = options;
  }

  SingleCapture open(String name, Path path, int capture) throws IOException {
    FileChannel file = FileChannel.open(path);
    if (!Files.isRegularFile(path)) {
      return open(name, file, capture);
    }
    return read(name, new MappedBytes(file, options.windowBytes()), capture, Files.size(path));
  }

  SingleCapture open(String name, ReadableByteChannel stream, int capture) throws IOException {
    return read(name, new StreamBytes(stream, options.bufferBytes()), capture, 0);
  }

  private SingleCapture read(String name, ByteSource bytes, int capture, long size)
      throws IOException {
    Findings findings = new Findings(name, options.lenient());
    return new SingleCapture(
        bytes, findings, new PcapReader(bytes, findings, capture), origin(size));
  }

  private static Origin origin(long size) {
    return new Origin() {
      @Override
      public String wrapping() {
        return "";
      }

      @Override
      public long size() {
        return size;
      }
    };
  }
}
