package io.aegispcap.cage.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/// Reads frames from a stream.
public final class FrameInput {
  private static final int STEP = 1 << 16;

  private final InputStream in;
  private final int maxBody;
  private long bytes;

  /// @param maxBody longest body that is read, in bytes
  public FrameInput(InputStream in, int maxBody) {
    this.in = in;
    this.maxBody = maxBody;
  }

  /// What a plugin process says.
  ///
  /// @return empty at the end of the stream
  /// @throws WireException when it is no frame of ours
  /// @throws IOException when the stream fails, or ends inside of a frame
  public Optional<ToHost> fromChild() throws IOException {
    Optional<Frame> frame = next();
    return frame.isEmpty() ? Optional.empty() : Optional.of(ToHostCodec.decode(frame.get()));
  }

  /// What the host says; see [#fromChild].
  public Optional<ToChild> fromHost() throws IOException {
    Optional<Frame> frame = next();
    return frame.isEmpty() ? Optional.empty() : Optional.of(ToChildCodec.decode(frame.get()));
  }

  /// Bytes read so far.
  public long bytes() {
    return bytes;
  }

  private Optional<Frame> next() throws IOException {
    byte[] header = in.readNBytes(Frame.HEADER);
    if (header.length == 0) {
      return Optional.empty();
    }
    if (header.length < Frame.HEADER) {
      throw new EOFException("the stream ends inside of a frame's header");
    }
    ByteBuffer head = ByteBuffer.wrap(header);
    int length = head.getInt();
    if (length < 0 || length > maxBody) {
      throw new WireException("a frame of " + (length & 0xffffffffL) + " bytes", 0);
    }
    byte[] body = body(length);
    bytes += Frame.HEADER + (long) length;
    return Optional.of(new Frame(head.get() & 0xff, body));
  }

  /// Room grows with what really comes.
  private byte[] body(int length) throws IOException {
    byte[] body = new byte[Math.min(length, STEP)];
    int filled = 0;
    while (filled < length) {
      if (filled == body.length) {
        body = Arrays.copyOf(body, (int) Math.min(length, 2L * body.length));
      }
      int read = in.read(body, filled, body.length - filled);
      if (read < 0) {
        throw new EOFException("the stream ends inside of a frame");
      }
      filled += read;
    }
    return body;
  }
}
