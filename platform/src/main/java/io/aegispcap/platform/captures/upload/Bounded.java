package io.aegispcap.platform.captures.upload;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;

/// A stream that may not go on for ever.
final class Bounded extends FilterInputStream {
  private final long most;
  private long read;

  /// @param most bytes that may come
  Bounded(InputStream in, long most) {
    super(in);
    this.most = most;
  }

  /// More came than may.
  static final class ExceededException extends IOException {
    @Serial private static final long serialVersionUID = 1L;

    ExceededException(long most) {
      super("more than " + most + " bytes came");
    }
  }

  long most() {
    return most;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    count(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = super.read(target, offset, length);
    count(Math.max(0, count));
    return count;
  }

  private void count(int more) throws ExceededException {
    read += more;
    if (read > most) {
      throw new ExceededException(most);
    }
  }
}
