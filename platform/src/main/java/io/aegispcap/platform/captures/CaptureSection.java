package io.aegispcap.platform.captures;

import java.util.Optional;

/// Something on the page of a capture, below its verdict. Who has such a thing offers a bean; they
/// appear in the order of their `@Order`.
public interface CaptureSection {

  /// What there is to show; empty when there is nothing.
  Optional<Part> of(CaptureView view);

  /// One part of the page.
  ///
  /// @param id its anchor, lower case with hyphens
  /// @param title its heading, which the page writes
  /// @param template its path under `src/main/jte`, without its ending; it takes the parameters
  ///   `frame`, a [io.aegispcap.platform.web.Frame], and `model`
  /// @param model all that the template shows
  record Part(String id, String title, String template, Object model) {}
}
