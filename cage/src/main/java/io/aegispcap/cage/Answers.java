package io.aegispcap.cage;

import io.aegispcap.cage.wire.FrameInput;
import io.aegispcap.cage.wire.FrameOutput;
import io.aegispcap.cage.wire.ToChild;
import io.aegispcap.cage.wire.ToHost;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;

/// The way to the host: counts the frames of an answer, and takes none when no answer is due, as
/// from a thread that a plugin left running.
final class Answers {
  private final FrameInput in;
  private final FrameOutput out;
  private boolean due;
  private int frames;

  Answers(FrameInput in, FrameOutput out) {
    this.in = in;
    this.out = out;
  }

  synchronized void begin() {
    due = true;
    frames = 0;
  }

  synchronized void send(ToHost message) {
    if (!due) {
      throw new IllegalStateException(
          "the host is not listening: an answer ends when the call does");
    }
    try {
      frames++;
      out.send(message);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  synchronized void end() throws IOException {
    due = false;
    out.send(new ToHost.Done(frames));
    out.flush();
  }

  /// Asks the host to post, and waits for what came of it.
  synchronized ToChild.Called call(ToHost.Call call) {
    send(call);
    try {
      out.flush();
      ToChild answer = in.fromHost().orElseThrow(EOFException::new);
      if (answer instanceof ToChild.Called called) {
        return called;
      }
      throw new IOException("the host said something else than what came of a call");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
