package io.aegispcap.platform.captures.flows.web;

import io.aegispcap.platform.captures.flows.SeenFile;
import io.aegispcap.platform.captures.web.CaptureHead;
import io.aegispcap.platform.web.Page;
import java.util.List;
import org.springframework.http.HttpStatus;

/// Bodies that were sent over HTTP.
///
/// @param more whether there are others, later
public record FilesPage(CaptureHead head, FilterBar bar, List<SeenFile> files, boolean more)
    implements Page {
  static final int ROWS = 200;

  public FilesPage {
    files = List.copyOf(files);
  }

  @Override
  public String title() {
    return "Files in " + head.capture().name();
  }

  @Override
  public String template() {
    return "flows/files";
  }

  @Override
  public HttpStatus status() {
    return bar.fault().isPresent() ? HttpStatus.BAD_REQUEST : HttpStatus.OK;
  }
}
