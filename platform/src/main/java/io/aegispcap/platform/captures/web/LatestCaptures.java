package io.aegispcap.platform.captures.web;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.captures.library.Audience;
import io.aegispcap.platform.captures.library.CaptureEntry;
import io.aegispcap.platform.captures.library.CaptureQuery;
import io.aegispcap.platform.captures.library.Library;
import io.aegispcap.platform.web.HomePart;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The captures that came last, on the home page.
@Component
@Order(10)
public final class LatestCaptures implements HomePart {
  private static final int SHOWN = 6;

  private final Library library;
  private final CaptureRows rows;

  LatestCaptures(Library library, CaptureRows rows) {
    this.library = library;
    this.rows = rows;
  }

  /// What the part of the page shows.
  public record Model(List<CaptureRow> rows) {
    public Model {
      rows = List.copyOf(rows);
    }
  }

  @Override
  public Optional<Part> of(Caller.Person person) {
    List<CaptureEntry> latest =
        library.search(
            new CaptureQuery(
                Audience.of(person),
                "",
                false,
                CaptureQuery.Sort.UPLOADED,
                Optional.empty(),
                SHOWN));
    Model model = new Model(rows.of(latest.subList(0, Math.min(SHOWN, latest.size()))));
    return Optional.of(new Part("Latest captures", "/captures", "captures/latest", model));
  }
}
