package io.aegispcap.capture.file;

import java.util.ArrayList;
import java.util.List;

/// What a reader has to say about its capture besides the packets: notices and errors, with the
/// name of the file in them.
final class Findings {
  private static final int MAX_NOTICES = 20;

  private final String file;
  private final boolean lenient;
  private final List<Notice> notices = new ArrayList<>();
  private long skippedBytes;
  private long skippedPlaces;
  private long firstSkipped;

  Findings(String file, boolean lenient) {
    this.file = file;
    this.lenient = lenient;
  }

  String file() {
    return file;
  }

  void note(long offset, String text) {
    if (notices.size() < MAX_NOTICES) {
      notices.add(new Notice(file, offset, text));
    }
  }

  /// A defect that lenient reading can live with: a notice then, an error otherwise.
  void tolerate(long offset, String reason) throws MalformedCaptureException {
    if (!lenient) {
      throw malformed(offset, reason);
    }
    note(offset, reason);
  }

  /// A place from which reading can only go on leniently.
  void corrupt(long offset, String reason) throws MalformedCaptureException {
    String advice = lenient ? "" : ": the capture is damaged here; --lenient reads on behind it";
    tolerate(offset, reason + advice);
  }

  /// Counts bytes that lenient reading passed over to find the next record.
  void skipped(long offset, long bytes) {
    if (skippedPlaces == 0) {
      firstSkipped = offset;
    }
    skippedPlaces++;
    skippedBytes += bytes;
  }

  MalformedCaptureException malformed(long offset, String reason) {
    return new MalformedCaptureException(file, offset, reason);
  }

  List<Notice> notices() {
    List<Notice> all = new ArrayList<>(notices);
    if (skippedPlaces > 0) {
      String text =
          "corrupt bytes were skipped: %d in %d places".formatted(skippedBytes, skippedPlaces);
      all.add(new Notice(file, firstSkipped, text));
    }
    return List.copyOf(all);
  }
}
