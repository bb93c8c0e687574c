package io.aegispcap.capture.file;

import java.util.ArrayList;
import java.util.List;

/// What a reader has to say about its capture besides the packets: notices and errors, with the name
/// of the file in them.
final class Findings {
  private static final int MAX_NOTICES = 100;

  private final String file;
  private final boolean lenient;
  private final List<Notice> notices = new ArrayList<>();

  Findings(String file, boolean lenient) {
    this.file = file;
    this.lenient = lenient;
  }

  String file() {
    return file;
  }

  boolean lenient() {
    return lenient;
  }

  void note(long offset, String text) {
    if (notices.size() < MAX_NOTICES) {
      notices.add(new Notice(file, offset, text));
    }
  }

  MalformedCaptureException malformed(long offset, String reason) {
    return new MalformedCaptureException(file, offset, reason);
  }

  List<Notice> notices() {
    return List.copyOf(notices);
  }
}
