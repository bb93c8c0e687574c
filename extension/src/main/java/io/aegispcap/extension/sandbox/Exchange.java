package io.aegispcap.extension.sandbox;

import io.aegispcap.cage.wire.ToChild;
import io.aegispcap.cage.wire.ToHost;
import io.aegispcap.cage.wire.WireException;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One question to a plugin's process, and what comes back until the answer is closed.
///
/// @param due until when it may take
record Exchange(CagedProcess process, PluginSandbox.Setup setup, Until due) {
  private interface Talk<T> {
    T run() throws IOException, PluginFailedException;
  }

  /// Waits until it has locked itself up.
  void awaitLocked() throws PluginFailedException {
    inTime(
        () -> {
          ToHost first = process.receive().orElseThrow(EOFException::new);
          if (first instanceof ToHost.Locked(int version) && version == ToChild.VERSION) {
            return first;
          }
          throw broken("its process speaks another version");
        });
  }

  /// @return all that it said, checked
  List<ToHost> ask(CagedPlugin plugin, ToChild question, AnswerCheck check)
      throws PluginFailedException {
    return inTime(() -> talk(plugin, question, check));
  }

  private <T> T inTime(Talk<T> talk) throws PluginFailedException {
    try (Deadline deadline = new Deadline(process, due)) {
      try {
        T answer = talk.run();
        process.measure();
        return answer;
      } catch (WireException e) {
        throw broken(String.valueOf(e.getMessage()));
      } catch (IOException e) {
        throw ended(deadline);
      }
    }
  }

  private List<ToHost> talk(CagedPlugin plugin, ToChild question, AnswerCheck check)
      throws IOException, PluginFailedException {
    long before = process.received();
    process.send(question);
    List<ToHost> messages = new ArrayList<>();
    Optional<ToHost.Failed> failure = Optional.empty();
    int frames = 0;
    while (true) {
      ToHost message = process.receive().orElseThrow(EOFException::new);
      if (process.received() - before > setup.limits().outputBytes()) {
        throw failed(
            PluginFailure.Cause.OUTPUT_TOO_LARGE,
            "its answer is larger than " + setup.limits().output() + " MiB");
      }
      if (message instanceof ToHost.Done(int count)) {
        if (count != frames) {
          throw broken("its answer has " + frames + " frames, and says " + count);
        }
        return finished(messages, failure);
      }
      frames++;
      Optional<String> fault = check.fault(message);
      if (fault.isPresent()) {
        throw broken(fault.get());
      }
      switch (message) {
        case ToHost.Call call -> process.send(setup.http().call(plugin, call));
        case ToHost.Failed failed -> failure = Optional.of(failed);
        case ToHost.Ready _ -> {} // it is who it should be
        default -> messages.add(message);
      }
    }
  }

  private List<ToHost> finished(List<ToHost> messages, Optional<ToHost.Failed> failure)
      throws PluginFailedException {
    if (failure.isEmpty()) {
      return messages;
    }
    ToHost.Failed it = failure.get();
    List<String> output = new ArrayList<>(process.stderr());
    it.stack().forEach(place -> output.add("at " + place));
    throw new PluginFailedException(
        it.cause().equals("java.lang.OutOfMemoryError")
            ? PluginFailure.Cause.OUT_OF_MEMORY
            : PluginFailure.Cause.THREW,
        oneLine(it.cause() + ": " + it.message()),
        output);
  }

  private PluginFailedException ended(Deadline deadline) {
    if (deadline.missed()) {
      return failed(
          PluginFailure.Cause.TIMED_OUT,
          "no answer within " + setup.limits().wall().toMillis() + " ms");
    }
    try {
      PluginFailure.Cause cause = process.causeOfEnd();
      return failed(cause, "its process ended before its answer did");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failed(PluginFailure.Cause.CRASHED, "interrupted while it was asked");
    }
  }

  private PluginFailedException broken(String what) {
    return failed(PluginFailure.Cause.BROKE_RULES, oneLine(what));
  }

  private PluginFailedException failed(PluginFailure.Cause cause, String message) {
    return new PluginFailedException(cause, message, process.stderr());
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ");
  }
}
