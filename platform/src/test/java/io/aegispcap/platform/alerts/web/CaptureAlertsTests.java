package io.aegispcap.platform.alerts.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Role;
import io.aegispcap.platform.alerts.Incidents;
import io.aegispcap.platform.blobs.BlobId;
import io.aegispcap.platform.captures.Analysis;
import io.aegispcap.platform.captures.AnalysisId;
import io.aegispcap.platform.captures.CaptureId;
import io.aegispcap.platform.captures.CaptureView;
import io.aegispcap.platform.captures.Captures;
import io.aegispcap.platform.captures.Visibility;
import io.aegispcap.platform.running.Guests;
import io.aegispcap.platform.running.Guests.Guest;
import io.aegispcap.platform.running.RunningPlatform;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Alerts come into the inbox a moment after the analysis that found them ended.
@RunningPlatform
class CaptureAlertsTests {
  private final CaptureAlerts section;
  private final Incidents incidents;
  private final Captures captures;
  private final Guests guests;

  CaptureAlertsTests(CaptureAlerts section, Incidents incidents, Captures captures, Guests guests) {
    this.section = section;
    this.incidents = incidents;
    this.captures = captures;
    this.guests = guests;
  }

  @Test
  void saysThatAlertsAreOnTheirWayUntilTheyAreThere() {
    Guest owner = guests.join();
    CaptureId capture = incidents.capture("night.pcapng", owner.id(), Visibility.PRIVATE);
    AnalysisId analysis = incidents.recorded(capture, Incidents.document("night.pcapng"));
    assertThat(shown(owner, capture, analysis, 6).coming()).contains("/captures/" + capture);
    assertThat(shown(owner, capture, analysis, 0).coming()).isEmpty();
    incidents.tell(capture, analysis);
    CaptureAlerts.Model there = shown(owner, capture, analysis, 6);
    assertThat(there.coming()).isEmpty();
    assertThat(there.rows()).isNotEmpty();
  }

  private CaptureAlerts.Model shown(Guest by, CaptureId id, AnalysisId analysis, long found) {
    Caller caller = Caller.Person.atBrowser(by.id(), by.handle(), EnumSet.of(Role.MEMBER));
    BlobId document = new BlobId("0".repeat(64));
    Analysis done =
        new Analysis(
            analysis,
            id,
            document,
            document,
            document,
            found,
            Optional.empty(),
            Instant.parse("2026-11-29T00:00:00Z"));
    CaptureView view =
        new CaptureView(captures.require(id, caller), Optional.of(done), caller, true, Map.of());
    return (CaptureAlerts.Model) section.of(view).orElseThrow().model();
  }
}
