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
import io.aegispcap.analysis.detection.tracking.TrackMap;
import io.aegispcap.analysis.detection.tracking.Watched;
import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.analysis.flow.Interest;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A host that sends far more to one place outside than it gets from there, and more than it
/// usually sends; whichever side opened the connections.
///
/// Formula: at least [#BYTES] payload bytes sent to one outside address, in flows of [#COUNTED] and
/// more, and [#RATIO] times what came back, low severity; medium when the host was seen sending in
/// at least [#HOURS] hours and its busiest hour, in which it sent there, is [#JUMP] times its
/// median hour. What is fetched in connections from outside counts so only when [Fetching] sees a
/// reason. Source: own; the idea of comparing a host with its own history follows Zeek's
/// producer-consumer ratio and RITA.
///
/// Not seen: what is fetched from a server that served the outside all the time, as long as it
/// stays within what others fetch or the capture has fewer than [#HOURS] hours; what is fetched
/// from a host within the first [Fetching#SETTLED] of its being known, unless it came to that
/// address itself; from a port of more than [Door#FEW] visitors; and what goes out in pieces to
/// many addresses.
///
/// Memory: [#PAIRS] pairs with the evidence, [#HOSTS] hosts with 48 hours each, and [#DOORS]
/// services.
public final class Exfiltration implements Detector {
  static final long BYTES = 50_000_000;
  static final double RATIO = 5;

  /// Smaller flows are what asking costs.
  static final long COUNTED = 10_000;

  static final double JUMP = 10;
  static final int HOURS = 4;
  private static final int PAIRS = 32_768;
  private static final int HOSTS = 16_384;
  private static final int DOORS = 16_384;

  private static final DetectorInfo INFO =
      new DetectorInfo(
          "exfiltration",
          "Much data sent out",
          "2.0.0",
          "at least 50 MB sent to one outside address in flows of 10 kB and more, and 5 times what came back (low); medium when"
              + " the host's busiest hour is 10 times its median hour, over at least 4 hours; in connections from outside"
              + " only when the host came to that address itself (by FTP, or with 10 kB) and waited for it alone, at a port"
              + " from 1024 on; when the port has at most 3 visitors and answered none in the first 10 minutes of the"
              + " host; or (low) when that makes such a busiest hour and 10 times what any other of 3 and more visitors"
              + " fetched",
          "own; compares a host with its own history, as RITA and Zeek's producer-consumer ratio do",
          new Technique("T1048", "Exfiltration Over Alternative Protocol", "Exfiltration"),
          "backups, uploads of photos and video, video calls, software that is published, a service that is seldom used",
          "ask what was sent; see who owns the address; compare with other days; when it was fetched, find what serves"
              + " there and who forwarded the port");

  private final HomeNetworks home;
  private final Crossing crossing = new Crossing();
  private final TrackMap<Uploader> uploaders =
      new TrackMap<>(HOSTS, (a, b, c, d, e) -> new Uploader(), uploader -> {});
  private final TrackMap<Door> doors =
      new TrackMap<>(DOORS, (a, b, c, d, e) -> new Door(a, b), this::forget);
  private final Watched<Upload> uploads = new Watched<>(PAIRS, Upload::new, this::judge);

  public Exfiltration(DetectionOptions options) {
    this.home = options.home();
  }

  private void forget(Door door) {
    uploaders.at(door.hostHigh, door.hostLow, door.first()).forget();
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
    boolean from = home.inside(flow.sourceHigh(), flow.sourceLow());
    boolean to = home.inside(flow.destinationHigh(), flow.destinationLow());
    if (from && flow.forward().packets() > 0) {
      known(flow.sourceHigh(), flow.sourceLow(), flow);
    }
    if (to && flow.backward().packets() > 0) {
      known(flow.destinationHigh(), flow.destinationLow(), flow);
    }
    if (!crossing.of(flow, from, to)) {
      return;
    }
    if (crossing.opened) {
      opened(flow);
    } else {
      fetched(flow);
    }
  }

  private void known(long high, long low, Flow flow) {
    uploaders.at(high, low, flow.end()).seen(flow.start());
  }

  /// The host came to an address outside.
  private void opened(Flow flow) {
    boolean counts = crossing.sent >= COUNTED;
    if (counts || flow.application().equals("ftp")) {
      Upload upload = upload(1, flow);
      if (counts) {
        count(upload, flow);
      }
      if (has(0)) {
        upload(0, flow).called = true;
      }
    }
  }

  /// An address outside came to the host.
  private void fetched(Flow flow) {
    long name = Door.of(flow.protocol(), crossing.hostPort);
    if (crossing.sent > 0) {
      doors
          .at(crossing.hostHigh, crossing.hostLow, name, 0, 0, flow.end())
          .visited(flow.start(), Addresses.mixed(crossing.peerHigh, crossing.peerLow));
    }
    boolean known = has(0);
    boolean counts = Math.max(crossing.sent, crossing.received) >= COUNTED;
    if (!known && !counts) {
      return;
    }
    Upload upload = upload(0, flow);
    if (crossing.sent > 0) {
      upload.through(name);
    }
    if (counts) {
      upload.called |= has(1);
      Uploader host = count(upload, flow);
      host.fetched(crossing.peerHigh, crossing.peerLow, upload.sent);
      if (!known) {
        host.visited();
      }
    }
  }

  private boolean has(int opened) {
    return uploads.has(
        crossing.hostHigh, crossing.hostLow, crossing.peerHigh, crossing.peerLow, opened);
  }

  private Upload upload(int opened, Flow flow) {
    return uploads.at(
        crossing.hostHigh,
        crossing.hostLow,
        crossing.peerHigh,
        crossing.peerLow,
        opened,
        flow.end());
  }

  private Uploader count(Upload upload, Flow flow) {
    upload.add(flow, crossing.sent, crossing.received);
    Uploader host = uploaders.at(crossing.hostHigh, crossing.hostLow, flow.end());
    if (crossing.sent >= COUNTED) {
      host.sent(flow.start(), flow.end(), crossing.sent);
    }
    return host;
  }

  private Optional<Finding> judge(Upload upload) {
    if (upload.sent < BYTES || upload.ratio() < RATIO) {
      return Optional.empty();
    }
    Uploader host = uploaders.at(upload.hostHigh, upload.hostLow, upload.span.last());
    double jump = host.jump(HOURS, upload.span);
    return Fetching.of(upload, host, doors, jump >= JUMP)
        .map(fetching -> finding(upload, fetching, jump));
  }

  private static Finding finding(Upload upload, Fetching fetching, double jump) {
    String source = Addresses.text(upload.hostHigh, upload.hostLow);
    String target = Addresses.text(upload.peerHigh, upload.peerLow);
    boolean medium = jump >= JUMP && fetching.mayBeMedium();
    return new Finding(
        INFO,
        source,
        Optional.of(target),
        "%s sent %.1f MB to %s, %.0f times what it got back%s"
            .formatted(source, upload.sent / 1e6, target, upload.ratio(), fetching.words()),
        medium ? Severity.MEDIUM : Severity.LOW,
        medium ? 0.5 : 0.3,
        "volume and ratio; what was sent is not known",
        upload.span.first(),
        upload.span.last(),
        upload.connections,
        List.of(
            new Measure("bytes sent", upload.sent, BYTES, "bytes"),
            new Measure("sent for each byte received", upload.ratio(), RATIO, ""),
            new Measure("busiest hour against median hour", jump, JUMP, "")),
        upload.proof.evidence());
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    uploads.finish(findings);
  }
}
