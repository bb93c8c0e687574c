package io.aegispcap.platform.web;

import io.aegispcap.platform.access.Caller;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the layout shows around a page.
///
/// @param path of the page, for the entry of the navigation to mark
/// @param caller who looks at it
/// @param csrf what forms must send back
/// @param sections what the caller may go to, by heading
/// @param unread how many notices wait for the caller
/// @param assets URLs of our own files, which change when the files do
public record Frame(
    String path,
    Caller caller,
    Csrf csrf,
    Map<Section.Group, List<Section>> sections,
    int unread,
    Assets assets) {

  /// The person who looks at it, if they signed in.
  public Optional<Caller.Person> person() {
    return caller instanceof Caller.Person person ? Optional.of(person) : Optional.empty();
  }
}
