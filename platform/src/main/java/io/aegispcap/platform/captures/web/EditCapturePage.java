package io.aegispcap.platform.captures.web;

import io.aegispcap.platform.captures.Capture;
import io.aegispcap.platform.captures.Visibility;
import io.aegispcap.platform.web.Page;
import java.util.List;

/// What can be changed about a capture.
public record EditCapturePage(Capture capture) implements Page {

  @Override
  public String title() {
    return "Edit " + capture.name();
  }

  @Override
  public String template() {
    return "captures/edit";
  }

  public List<Visibility> visibilities() {
    return List.of(Visibility.values());
  }
}
