package io.aegispcap.platform.captures.web;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.captures.Capture;
import io.aegispcap.platform.captures.CaptureTab;
import io.aegispcap.platform.captures.library.Library;
import io.aegispcap.platform.captures.run.Analysing;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Makes what stands above every page about a capture.
@Component
public class CaptureHeads {
  private final Library library;
  private final Analysing analysing;
  private final CaptureRows rows;
  private final List<CaptureTab> tabs;

  CaptureHeads(
      Library library, Analysing analysing, CaptureRows rows, ObjectProvider<CaptureTab> tabs) {
    this.library = library;
    this.analysing = analysing;
    this.rows = rows;
    this.tabs = tabs.stream().sorted(Comparator.comparingInt(CaptureTab::order)).toList();
  }

  public CaptureHead of(Capture capture, Caller caller) {
    return new CaptureHead(
        capture,
        rows.name(capture.owner()),
        library.mayChange(capture, caller),
        analysing.latestRun(capture.id()).isPresent(),
        tabs);
  }
}
