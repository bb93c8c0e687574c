package io.aegispcap.platform.captures.library;

import io.aegispcap.platform.captures.Capture;
import io.aegispcap.platform.captures.Visibility;
import java.util.List;
import java.util.Optional;

/// What is to be different about a capture; what is empty stays.
public record CaptureChanges(
    Optional<String> name,
    Optional<Visibility> visibility,
    Optional<List<String>> tags,
    Optional<String> notes) {

  /// @throws io.aegispcap.platform.web.ProblemException INVALID when something can't be so
  Capture of(Capture capture) {
    return new Capture(
        capture.id(),
        name.map(CaptureWords::name).orElse(capture.name()),
        capture.owner(),
        visibility.orElse(capture.visibility()),
        capture.content(),
        capture.size(),
        capture.uploaded(),
        tags.map(CaptureWords::tags).orElse(capture.tags()),
        notes.map(CaptureWords::notes).orElse(capture.notes()));
  }
}
