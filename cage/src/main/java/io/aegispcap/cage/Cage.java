package io.aegispcap.cage;

import io.aegispcap.cage.kernel.NativeCalls;
import io.aegispcap.cage.wire.FrameInput;
import io.aegispcap.cage.wire.FrameOutput;
import io.aegispcap.cage.wire.ToChild;
import io.aegispcap.cage.wire.ToHost;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The program of a plugin's process.
final class Cage {
  private static final int MAX_FRAME = 64 << 20;
  private static final int STACK = 12;
  private static final int MAX_TEXT = 900;

  private final FrameInput in;
  private final Answers answers;
  private @Nullable PluginRun run;

  private Cage(FrameInput in, Answers answers) {
    this.in = in;
    this.answers = answers;
  }

  /// @param args see [Limits#of]
  /// @throws IOException when the process can't be locked up, or the host is gone
  public static void main(String[] args) throws IOException {
    Limits limits = Limits.of(args);
    if (limits.locks() == Locks.NONE) {
      OutputStream out = new FileOutputStream(FileDescriptor.out);
      System.setOut(
          new PrintStream(new FileOutputStream(FileDescriptor.err))); // a plugin may print
      serve(System.in, out);
    } else {
      NativeCalls calls = new NativeCalls();
      OrphanWatch.start(calls);
      Lockdown.Pipes pipes = new Lockdown(calls).lock(limits);
      serve(new PipeInput(calls, pipes.in()), new PipeOutput(calls, pipes.out()));
    }
    Runtime.getRuntime().halt(0); // threads and hooks of the plugin are not waited for
  }

  private static void serve(InputStream input, OutputStream output) throws IOException {
    FrameInput in = new FrameInput(input, MAX_FRAME);
    FrameOutput out = new FrameOutput(new BufferedOutputStream(output, 1 << 16));
    out.send(new ToHost.Locked(ToChild.VERSION));
    out.flush();
    new Cage(in, new Answers(in, out)).serve();
  }

  private void serve() throws IOException {
    Optional<ToChild> next = in.fromHost();
    while (next.isPresent()) {
      answers.begin();
      try {
        answer(next.get());
      } catch (Throwable e) { // whatever a plugin throws
        answers.send(failure(e));
      }
      answers.end();
      next = next.get() instanceof ToChild.Finish ? Optional.empty() : in.fromHost();
    }
  }

  private void answer(ToChild message) throws ReflectiveOperationException, IOException {
    switch (message) {
      case ToChild.Begin begin -> run = PluginRun.begin(begin, answers);
      case ToChild.Flows(var batch) -> running().process(batch);
      case ToChild.Alerts alerts -> running().take(alerts);
      case ToChild.Draw() -> running().draw();
      case ToChild.EndOfCapture() -> running().endOfCapture();
      case ToChild.Finish() -> running().finish();
      case ToChild.Called _ -> throw new IllegalStateException("nobody called");
    }
  }

  private PluginRun running() {
    PluginRun current = run;
    if (current == null) {
      throw new IllegalStateException("the plugin is not loaded");
    }
    return current;
  }

  private static ToHost.Failed failure(Throwable e) {
    List<String> stack =
        Arrays.stream(e.getStackTrace()).limit(STACK).map(place -> cut(place.toString())).toList();
    return new ToHost.Failed(cut(e.getClass().getName()), cut(message(e)), stack);
  }

  private static String message(Throwable e) {
    Throwable cause = e.getCause();
    String own = e.getMessage() == null ? "" : e.getMessage();
    return cause == null ? own : own + "; caused by " + cause;
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(MAX_TEXT, text.length()));
  }
}
