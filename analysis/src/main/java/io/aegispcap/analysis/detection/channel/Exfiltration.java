package io.aegispcap.analysis.detection.channel;

import io.aegispcap.analysis.detection.Addresses;
import io.aegispcap.analysis.detection.DetectionOptions;
import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.HomeNetworks;
import io.aegispcap.analysis.detection.Measure;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.detection.Technique;
import io.aegispcap.analysis.detection.tracking.Proof;
import io.aegispcap.analysis.detection.tracking.Span;
import io.aegispcap.analysis.detection.tracking.TrackMap;
import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.analysis.flow.Interest;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A host that sends far more to one place outside than it gets from there, and more than it
/// usually sends.
///
/// Formula: at least [#BYTES] payload bytes sent to one outside address, in flows of [#COUNTED] and
/// more, and [#RATIO] times what came back, low severity; medium when the host was seen sending in
/// at least [#HOURS] hours and its busiest hour, in which it sent there, is [#JUMP] times its
/// median hour. Source: own; the idea of comparing a host with its own history follows Zeek's
/// producer-consumer ratio and RITA.
///
/// Memory: [#PAIRS] pairs with the evidence, and [#HOSTS] hosts with 48 hours each.
public final class Exfiltration implements Detector {
  static final long BYTES = 50_000_000;
  static final double RATIO = 5;

  /// Smaller flows are what asking costs.
  static final long COUNTED = 10_000;

  static final double JUMP = 10;
  static final int HOURS = 4;
  private static final int PAIRS = 32_768;
  private static final int HOSTS = 16_384;

  private static final DetectorInfo INFO =
      new DetectorInfo(
          "exfiltration",
          "Much data sent out",
          "1.0.0",
          "at least 50 MB sent to one outside address in flows of 10 kB and more, and 5 times what came back (low); medium when"
              + " the host's busiest hour is 10 times its median hour, over at least 4 hours",
          "own; compares a host with its own history, as RITA and Zeek's producer-consumer ratio do",
          new Technique("T1048", "Exfiltration Over Alternative Protocol", "Exfiltration"),
          "backups, uploads of photos and video, video calls, software that is published",
          "ask what was sent; see who owns the address; compare with other days");

  private final HomeNetworks home;
  private final TrackMap<Upload> uploads = new TrackMap<>(PAIRS, Upload::new, upload -> {});
  private final TrackMap<Uploader> uploaders =
      new TrackMap<>(HOSTS, (a, b, c, d, e) -> new Uploader(), uploader -> {});

  public Exfiltration(DetectionOptions options) {
    this.home = options.home();
  }

  private static final class Upload {
    final long sourceHigh;
    final long sourceLow;
    final long targetHigh;
    final long targetLow;
    final Proof proof = new Proof();
    final Span span = new Span();
    long sent;
    long received;
    long connections;

    Upload(long sourceHigh, long sourceLow, long targetHigh, long targetLow, long unused) {
      this.sourceHigh = sourceHigh;
      this.sourceLow = sourceLow;
      this.targetHigh = targetHigh;
      this.targetLow = targetLow;
    }

    boolean large() {
      return sent >= BYTES && sent >= RATIO * received;
    }
  }

  @Override
  public DetectorInfo info() {
    return INFO;
  }

  @Override
  public Interest interest() {
    return Interest.FLOWS;
  }

  @Override
  public void flow(Flow flow) {
    long sent = flow.forward().payloadBytes();
    if (sent >= COUNTED
        && home.inside(flow.sourceHigh(), flow.sourceLow())
        && !home.inside(flow.destinationHigh(), flow.destinationLow())
        && Addresses.oneHost(flow.destinationHigh(), flow.destinationLow())) {
      uploaders.at(flow.sourceHigh(), flow.sourceLow(), flow.end()).sent(flow.end(), sent);
      add(flow, sent);
    }
  }

  private void add(Flow flow, long sent) {
    Upload upload =
        uploads.at(
            flow.sourceHigh(),
            flow.sourceLow(),
            flow.destinationHigh(),
            flow.destinationLow(),
            0,
            flow.end());
    upload.sent += sent;
    upload.received += flow.backward().payloadBytes();
    upload.connections++;
    upload.proof.add(flow);
    upload.span.add(flow.start());
    upload.span.add(flow.end());
  }

  private Finding finding(Upload upload) {
    String source = Addresses.text(upload.sourceHigh, upload.sourceLow);
    String target = Addresses.text(upload.targetHigh, upload.targetLow);
    double ratio = upload.sent / (double) Math.max(1, upload.received);
    double jump = uploaders.at(upload.sourceHigh, upload.sourceLow, upload.span.last()).jump(HOURS);
    return new Finding(
        INFO,
        source,
        Optional.of(target),
        "%s sent %.1f MB to %s, %.0f times what it got back"
            .formatted(source, upload.sent / 1e6, target, ratio),
        jump >= JUMP ? Severity.MEDIUM : Severity.LOW,
        jump >= JUMP ? 0.5 : 0.3,
        "volume and ratio; what was sent is not known",
        upload.span.first(),
        upload.span.last(),
        upload.connections,
        List.of(
            new Measure("bytes sent", upload.sent, BYTES, "bytes"),
            new Measure("sent for each byte received", ratio, RATIO, ""),
            new Measure("busiest hour against median hour", jump, JUMP, "")),
        upload.proof.evidence());
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    uploads.forEach(
        upload -> {
          if (upload.large()) {
            findings.accept(finding(upload));
          }
        });
  }
}
