package io.aegispcap.analysis.slice;

import io.aegispcap.analysis.detection.Alert;
import io.aegispcap.analysis.flow.CommunityId;
import io.aegispcap.analysis.pipeline.Engine;
import io.aegispcap.analysis.report.Analysis;
import io.aegispcap.analysis.report.AnalysisOptions;
import io.aegispcap.analysis.report.RunSummary;
import io.aegispcap.capture.file.CaptureFile;
import io.aegispcap.capture.file.CaptureWriter;
import io.aegispcap.capture.file.Captures;
import io.aegispcap.capture.packet.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds the packets behind an alert or a flow, and copies them.
public final class Slicing {
  private final List<String> captures;
  private final AnalysisOptions options;
  private final String software;

  /// @param captures files, merged in time order
  /// @param options those of the analysis that the alert or flow comes from
  /// @param software version of AegisPCAP
  public Slicing(List<String> captures, AnalysisOptions options, String software) {
    this.captures = List.copyOf(captures);
    this.options = options;
    this.software = software;
  }

  /// Analyses the captures again: the same captures and options give the same alerts.
  public Optional<Alert> alert(String id) throws IOException {
    RunSummary summary = new Analysis(options, software).run(captures);
    return summary.alerts().stream().filter(alert -> alert.id().equals(id)).findFirst();
  }

  /// The frames that prove an alert.
  public static FrameSet evidence(Alert alert) {
    FrameSet frames = new FrameSet();
    alert.evidence().frames().forEach(frames::add);
    return frames;
  }

  /// Adds all frames of an alert's flows.
  public void addFlows(Alert alert, FrameSet frames) throws IOException {
    Set<String> ids = new HashSet<>();
    alert.evidence().flows().forEach(flow -> ids.add(flow.communityId()));
    addFlows(ids, frames);
  }

  /// Adds all frames of flows by their Community IDs.
  public void addFlows(Set<String> ids, FrameSet frames) throws IOException {
    CommunityId communityId = new CommunityId();
    try (CaptureFile source = open()) {
      new Engine(options.engine())
          .observePackets(
              packet -> {
                if (packet.outcome() == Outcome.FLOW && ids.contains(communityId.of(packet))) {
                  frames.add(packet.frameId());
                }
              })
          .run(source);
    }
  }

  private CaptureFile open() throws IOException {
    return Captures.open(
        captures, Channels.newChannel(InputStream.nullInputStream()), options.read());
  }

  /// Copies frames as they lie there, with what the captures say of them: interfaces, comments,
  /// keys.
  ///
  /// @param name of the target in messages: pcap when it ends so, else pcapng
  public void copy(FrameSet frames, Path target, String name) throws IOException {
    try (CaptureFile source = open();
        CaptureWriter writer =
            name.endsWith(".pcap")
                ? CaptureWriter.pcap(target, name)
                : CaptureWriter.pcapng(target, name)) {
      FrameCopy.copy(source, frames, writer);
    }
  }
}
