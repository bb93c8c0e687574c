package io.aegispcap.analysis.detection.credential;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.Measure;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.detection.Technique;
import io.aegispcap.analysis.detection.tracking.TextHash;
import io.aegispcap.analysis.detection.tracking.Watched;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.analysis.flow.Interest;
import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.radius.RadiusExchange;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// Many user names that RADIUS servers reject, of one station or through one access server.
///
/// Formula: with no pause of an hour, users of whom some were rejected and none let in, and who are
/// more than those who were let in. Of one calling station from [#OF_STATION] on, medium, high when
/// one is let in after that. Of an access server, which asks for everybody, from [#OF_SERVER] on
/// when they were rejected [#TRIES] times each at most on average: programs that have an old
/// password, and everybody's while the directory is away, try again and again. Source: the
/// behaviour of ATT&CK T1110.003; the numbers are own.
///
/// Not seen: a spray of fewer names, or one spread over access servers and stations.
///
/// Memory: [#STATIONS] stations and [#SERVERS] access servers, for each 2,048 names and the
/// evidence.
public final class RadiusSpraying implements Detector {
  static final int OF_STATION = 10;
  static final int OF_SERVER = 20;
  static final double TRIES = 2;
  private static final int STATIONS = 4_096;
  private static final int SERVERS = 1_024;

  private static final DetectorInfo INFO =
      new DetectorInfo(
          "radius-spraying",
          "Many users tried over RADIUS",
          "1.0.0",
          "users rejected and never let in, more than those let in, with no pause of an hour: 10 of one calling"
              + " station (medium, high when one is let in afterwards), or 20 through one access server, rejected"
              + " at most twice each on average (medium)",
          "ATT&CK T1110.003; the numbers are own",
          new Technique("T1110.003", "Brute Force: Password Spraying", "Credential Access"),
          "a device that many people share; visitors whose phones know the network's name from elsewhere",
          "find the station by its address and the access point; see whether a user was let in, and as whom");

  private final Watched<RadiusCaller> stations =
      new Watched<>(STATIONS, (a, b, c, d, e) -> new RadiusCaller(), RadiusSpraying::ofStation);
  private final Watched<RadiusCaller> servers =
      new Watched<>(SERVERS, (a, b, c, d, e) -> new RadiusCaller(), RadiusSpraying::ofServer);

  @Override
  public DetectorInfo info() {
    return INFO;
  }

  @Override
  public Interest interest() {
    return Interest.inFacts(RadiusExchange.class);
  }

  @Override
  public void fact(FlowKey key, Fact fact) {
    if (!(fact instanceof RadiusExchange radius)
        || radius.user().isEmpty()
        || !radius.refused() && !radius.accepted()) {
      return;
    }
    long time = radius.timestamp();
    servers
        .at(key.source().high(), key.source().low(), 0, 0, 0, time)
        .answered(key, radius, OF_SERVER);
    String station = plain(radius.callingStation());
    if (!station.isEmpty()) {
      stations
          .at(TextHash.of(station), station.hashCode(), 0, 0, 0, time)
          .answered(key, radius, OF_STATION);
    }
  }

  /// A hardware address is written in many ways (RFC 3580 3.21 recommends one).
  private static String plain(String station) {
    return station.toLowerCase(Locale.ROOT).replaceAll("[^0-9a-z]", "");
  }

  private static Optional<Finding> ofStation(RadiusCaller caller) {
    if (caller.turnedAway() < OF_STATION || caller.turnedAway() <= caller.letIn()) {
      return Optional.empty();
    }
    return Optional.of(
        finding(
            caller,
            "%s asked for %s, whom RADIUS rejected as %d users%s"
                .formatted(
                    caller.server(),
                    caller.station(),
                    caller.turnedAway(),
                    caller.gotIn() ? ", and then let in" : ""),
            caller.gotIn() ? Severity.HIGH : Severity.MEDIUM,
            0.8,
            OF_STATION));
  }

  private static Optional<Finding> ofServer(RadiusCaller caller) {
    if (caller.turnedAway() < OF_SERVER
        || caller.turnedAway() <= caller.letIn()
        || caller.rejections() > TRIES * caller.turnedAway()
        || caller.oneStation()) {
      return Optional.empty();
    }
    return Optional.of(
        finding(
            caller,
            "%s asked for %d users whom RADIUS rejected, and for %d whom it let in"
                .formatted(caller.server(), caller.turnedAway(), caller.letIn()),
            Severity.MEDIUM,
            0.6,
            OF_SERVER));
  }

  private static Finding finding(
      RadiusCaller caller, String sentence, Severity severity, double confidence, int users) {
    return new Finding(
        INFO,
        caller.server(),
        Optional.of(caller.judge()),
        sentence,
        severity,
        confidence,
        "how the RADIUS server answered",
        caller.span().first(),
        caller.span().last(),
        caller.rejections(),
        List.of(
            new Measure("users rejected and never let in", caller.turnedAway(), users, "users"),
            new Measure("users let in", caller.letIn(), Double.NaN, "users"),
            new Measure("rejections", caller.rejections(), Double.NaN, "rejections")),
        caller.proof().evidence());
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    stations.finish(findings);
    servers.finish(findings);
  }
}
