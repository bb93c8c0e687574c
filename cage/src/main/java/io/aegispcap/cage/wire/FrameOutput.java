package io.aegispcap.cage.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/// Writes frames to a stream, which should be a buffered one.
public final class FrameOutput {
  private final OutputStream out;

  public FrameOutput(OutputStream out) {
    this.out = out;
  }

  public void send(ToHost message) throws IOException {
    write(ToHostCodec.encode(message));
  }

  public void send(ToChild message) throws IOException {
    write(ToChildCodec.encode(message));
  }

  public void flush() throws IOException {
    out.flush();
  }

  private void write(Frame frame) throws IOException {
    out.write(
        ByteBuffer.allocate(Frame.HEADER)
            .putInt(frame.body().length)
            .put((byte) frame.type())
            .array());
    out.write(frame.body());
  }
}
