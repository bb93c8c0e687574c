package io.aegispcap.analysis.report;

import io.aegispcap.analysis.detection.Alert;
import io.aegispcap.capture.packet.Outcome;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the report's templates show besides the summary itself.
///
/// @param stories of the incidents
/// @param timeline chart as SVG; empty without packets
/// @param graph chart as SVG; empty without flows
/// @param graphNote how much of all conversations the graph shows
/// @param charts of plugins
/// @param style the style sheet
/// @param script the script
/// @param policy content security policy that allows just these two
record ReportPage(
    RunSummary summary,
    List<Story> stories,
    String timeline,
    String graph,
    String graphNote,
    List<AnsweredChart> charts,
    String style,
    String script,
    String policy) {

  /// Lower-case name of the worst severity, or `none`: it colours the verdict.
  String tone() {
    return summary.gravest().map(worst -> worst.label()).orElse("none");
  }

  String title() {
    return summary.captures().size() == 1
        ? fileName(summary.captures().getFirst().name())
        : Wording.count(summary.captures().size(), "capture");
  }

  static String fileName(String path) {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }

  /// Packets that are in no flow, by reason.
  Map<Outcome, Long> skipped() {
    Map<Outcome, Long> skipped = new TreeMap<>();
    for (CaptureFacts capture : summary.captures()) {
      capture
          .outcomes()
          .forEach(
              (outcome, packets) -> {
                if (outcome != Outcome.FLOW) {
                  skipped.merge(outcome, packets, Long::sum);
                }
              });
    }
    return skipped;
  }

  /// Protocols by their share of all bytes; those below the tenth in one row.
  static List<ProtocolCount> main(List<ProtocolCount> all) {
    if (all.size() <= 9) {
      return all;
    }
    ProtocolCount rest = new ProtocolCount("all others", 0, 0, 0);
    for (ProtocolCount one : all.subList(8, all.size())) {
      rest =
          new ProtocolCount(
              rest.name(),
              rest.flows() + one.flows(),
              rest.packets() + one.packets(),
              rest.bytes() + one.bytes());
    }
    List<ProtocolCount> shown = new java.util.ArrayList<>(all.subList(0, 8));
    shown.add(rest);
    return shown;
  }

  static double share(ProtocolCount one, List<ProtocolCount> all) {
    long bytes = all.stream().mapToLong(ProtocolCount::bytes).sum();
    return bytes == 0 ? 0 : one.bytes() / (double) bytes;
  }

  /// The command that cuts an alert's packets out of the captures.
  String slice(Alert alert) {
    StringBuilder command = new StringBuilder("aegis slice");
    for (CaptureFacts capture : summary.captures()) {
      command.append(' ').append(shellQuoted(capture.name()));
    }
    for (String network : summary.methods().options().home()) {
      command.append(" --home-net ").append(network);
    }
    return command.append(" --alert ").append(alert.id()).append(" -o alert.pcapng").toString();
  }

  /// So that a file's name stays one word, and no command, for a POSIX shell.
  static String shellQuoted(String text) {
    return text.matches("[A-Za-z0-9_./:@%+=,-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }

  String captureName(int index) {
    return fileName(summary.captures().get(index).name());
  }
}
