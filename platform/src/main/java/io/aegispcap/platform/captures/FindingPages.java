package io.aegispcap.platform.captures;

import java.util.Map;

/// Where people look at what analyses found. Whoever keeps it offers a bean.
public interface FindingPages {

  /// Paths of pages, by the id that the analysis gave a finding. Whether the caller may see the
  /// capture is asked before.
  Map<String, String> pages(CaptureId capture);
}
