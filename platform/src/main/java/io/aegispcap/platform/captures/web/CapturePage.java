package io.aegispcap.platform.captures.web;

import gg.jte.Content;
import io.aegispcap.analysis.text.ByteCount;
import io.aegispcap.platform.captures.Capture;
import io.aegispcap.platform.captures.CaptureSection;
import io.aegispcap.platform.captures.CaptureTab;
import io.aegispcap.platform.captures.run.AnalysisFacts;
import io.aegispcap.platform.captures.run.AnalysisRun;
import io.aegispcap.platform.captures.run.AnalysisSettings;
import io.aegispcap.platform.captures.run.AppliedNetwork;
import io.aegispcap.platform.captures.run.Standing;
import io.aegispcap.platform.web.Frame;
import io.aegispcap.platform.web.Page;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All about one capture.
///
/// @param head what stands above every page about it
/// @param runs its analyses, the one asked for last first
/// @param same other captures of the same bytes
/// @param known whether somebody uploaded it again just now
/// @param sections what modules show of it
public record CapturePage(
    CaptureHead head, List<Run> runs, List<Capture> same, boolean known, Sections sections)
    implements Page {
  public CapturePage {
    runs = List.copyOf(runs);
    same = List.copyOf(same);
  }

  /// One analysis.
  ///
  /// @param by who asked for it
  public record Run(AnalysisRun run, Standing standing, String by) {}

  /// The sections, and what draws them.
  public interface Sections {

    List<CaptureSection.Part> parts();

    Content content(CaptureSection.Part part, Frame frame);
  }

  @Override
  public String title() {
    return head.capture().name();
  }

  @Override
  public String template() {
    return "captures/page";
  }

  public Capture capture() {
    return head.capture();
  }

  public Optional<Run> last() {
    return runs.stream().findFirst();
  }

  /// Of the analysis that is shown.
  public Optional<AnalysisRun> shown() {
    return runs.stream().map(Run::run).filter(AnalysisRun::done).findFirst();
  }

  public Optional<AnalysisFacts> facts() {
    return shown().flatMap(AnalysisRun::result).map(AnalysisRun.Result::facts);
  }

  /// Alerts that were left out by what is known of the network.
  public long leftOut() {
    return facts().flatMap(AnalysisFacts::network).map(AppliedNetwork::leftOut).orElse(0L);
  }

  /// Settings of an analysis, and what was known of the network when it began.
  public Map<String, String> described(AnalysisRun run) {
    Map<String, String> all = new LinkedHashMap<>(run.settings().described());
    if (run.result().isPresent()) {
      tell(run.settings(), run.result().get().facts().network(), all);
    }
    return all;
  }

  private static void tell(
      AnalysisSettings settings, Optional<AppliedNetwork> network, Map<String, String> all) {
    if (settings.homeNetworks().isEmpty()) {
      List<String> home = network.map(AppliedNetwork::homeNetworks).orElse(List.of());
      all.put("Home networks", home.isEmpty() ? "private and link-local" : String.join(", ", home));
    }
    network.ifPresent(known -> tell(known, all));
  }

  private static void tell(AppliedNetwork known, Map<String, String> all) {
    all.put(
        "Known of the network",
        count(known.allowances(), "allowance")
            + ", "
            + count(known.devices(), "device")
            + known
                .calibrated()
                .map(when -> ", calibration of " + LocalDate.ofInstant(when, ZoneOffset.UTC))
                .orElse(""));
    if (!known.notes().isEmpty()) {
      all.put("Notes on it", String.join("; ", known.notes()));
    }
  }

  private static String count(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  /// For the form that asks for another analysis: those of the last one.
  public AnalysisSettings settings() {
    return last().map(run -> run.run().settings()).orElseGet(AnalysisSettings::usual);
  }

  public String bytes(long count) {
    return ByteCount.of(count);
  }

  /// Tabs of the capture's pages.
  public List<CaptureTab> tabs() {
    return head.tabs();
  }
}
