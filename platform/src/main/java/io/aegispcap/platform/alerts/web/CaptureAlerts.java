package io.aegispcap.platform.alerts.web;

import io.aegispcap.platform.alerts.State;
import io.aegispcap.platform.alerts.Viewer;
import io.aegispcap.platform.alerts.inbox.Filter;
import io.aegispcap.platform.alerts.inbox.Inbox;
import io.aegispcap.platform.alerts.inbox.Row;
import io.aegispcap.platform.alerts.inbox.Term;
import io.aegispcap.platform.captures.CaptureSection;
import io.aegispcap.platform.captures.CaptureView;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The alerts of a capture, on its page.
@Component
@Order(1)
public final class CaptureAlerts implements CaptureSection {
  private static final int SHOWN = 10;

  private final Inbox inbox;

  CaptureAlerts(Inbox inbox) {
    this.inbox = inbox;
  }

  /// What the part of the page shows.
  ///
  /// @param more whether there are others
  /// @param all where they all are
  /// @param coming where to look again, since the analysis found alerts that are not in the inbox
  ///   yet; they come in a moment after it ended
  public record Model(List<Row> rows, boolean more, String all, Optional<String> coming) {
    public Model {
      rows = List.copyOf(rows);
    }
  }

  @Override
  public Optional<Part> of(CaptureView view) {
    if (view.analysis().isEmpty()) {
      return Optional.empty();
    }
    Filter filter =
        new Filter(
            "",
            List.of(
                new Term.Is(EnumSet.allOf(State.class)),
                new Term.InCapture(view.capture().id().toString())),
            Filter.Order.SEVERITY);
    var listing = inbox.list(filter, Viewer.of(view.caller()), Optional.empty(), SHOWN);
    Model model =
        new Model(
            listing.rows(),
            listing.next().isPresent(),
            new QueryText("is:any capture:" + view.capture().id()).href(),
            listing.rows().isEmpty() && view.analysis().get().alerts() > 0
                ? Optional.of("/captures/" + view.capture().id())
                : Optional.empty());
    return Optional.of(new Part("alerts", "Alerts", "alerts/capture", model));
  }
}
