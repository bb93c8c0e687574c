package io.aegispcap.platform.web;

import io.aegispcap.platform.access.Caller;
import java.util.Optional;

/// Something on the home page of whoever signed in, below what waits for them. Who has such a thing
/// offers a bean; they appear in the order of their `@Order`.
public interface HomePart {

  /// What there is to show; empty when there is nothing.
  Optional<Part> of(Caller.Person person);

  /// One part of the page.
  ///
  /// @param title its heading, which the page writes
  /// @param all where there is more
  /// @param template its path under `src/main/jte`, without its ending; it takes the parameters
  ///   `frame`, a [Frame], and `model`
  /// @param model all that the template shows
  record Part(String title, String all, String template, Object model) {}
}
