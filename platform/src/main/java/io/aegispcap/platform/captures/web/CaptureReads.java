package io.aegispcap.platform.captures.web;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Reads;
import io.aegispcap.platform.captures.Capture;
import org.springframework.stereotype.Component;

/// Keeps records of who read what of captures of others.
@Component
public class CaptureReads {
  private final Reads reads;

  CaptureReads(Reads reads) {
    this.reads = reads;
  }

  /// Of a list of captures, whoever's they are.
  void recordList(Caller caller, String query, long results) {
    reads.record(caller, "capture.list", "", query, results);
  }

  /// Leaves no record when it is the caller's own.
  ///
  /// @param action what, as [Reads] names it
  /// @param query as it was asked; empty for everything
  /// @param results how many are shown
  public void record(Caller caller, Capture capture, String action, String query, long results) {
    boolean own = caller instanceof Caller.Person person && person.id().equals(capture.owner());
    if (!own) {
      reads.record(caller, action, capture.id().toString(), query, results);
    }
  }
}
