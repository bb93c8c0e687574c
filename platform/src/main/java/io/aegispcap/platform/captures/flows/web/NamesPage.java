package io.aegispcap.platform.captures.flows.web;

import io.aegispcap.platform.captures.flows.SeenName;
import io.aegispcap.platform.captures.web.CaptureHead;
import io.aegispcap.platform.web.Page;
import java.util.List;
import org.springframework.http.HttpStatus;

/// Names that were asked for or spoken to.
///
/// @param more whether there are others, less used
public record NamesPage(CaptureHead head, FilterBar bar, List<SeenName> names, boolean more)
    implements Page {
  static final int ROWS = 200;

  public NamesPage {
    names = List.copyOf(names);
  }

  @Override
  public String title() {
    return "Names in " + head.capture().name();
  }

  @Override
  public String template() {
    return "flows/names";
  }

  @Override
  public HttpStatus status() {
    return bar.fault().isPresent() ? HttpStatus.BAD_REQUEST : HttpStatus.OK;
  }
}
