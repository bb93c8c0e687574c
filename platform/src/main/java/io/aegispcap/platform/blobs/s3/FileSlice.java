package io.aegispcap.platform.blobs.s3;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A part of a file.
final class FileSlice extends InputStream {
  private final FileChannel file;
  private long left;

  FileSlice(Path path, long from, long size) throws IOException {
    this.file = FileChannel.open(path, StandardOpenOption.READ).position(from);
    this.left = size;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (left == 0) {
      return -1;
    }
    int read = file.read(ByteBuffer.wrap(bytes, offset, (int) Math.min(length, left)));
    left -= Math.max(read, 0);
    return read;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
