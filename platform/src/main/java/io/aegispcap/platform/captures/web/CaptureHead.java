package io.aegispcap.platform.captures.web;

import io.aegispcap.platform.captures.Capture;
import io.aegispcap.platform.captures.CaptureTab;
import java.util.List;

/// What stands above every page about a capture: the template `captures/head` shows it.
///
/// @param owner what they are called
/// @param mayChange whether who looks may change it
/// @param analysed whether there is a report
/// @param tabs beside the page of the capture itself
public record CaptureHead(
    Capture capture, String owner, boolean mayChange, boolean analysed, List<CaptureTab> tabs) {
  public CaptureHead {
    tabs = List.copyOf(tabs);
  }

  public String path() {
    return "/captures/" + capture.id();
  }
}
