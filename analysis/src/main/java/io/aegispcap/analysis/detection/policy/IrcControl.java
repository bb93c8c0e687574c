package io.aegispcap.analysis.detection.policy;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.Measure;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.detection.Technique;
import io.aegispcap.analysis.detection.tracking.Sightings;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.analysis.flow.Interest;
import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.irc.IrcSession;
import java.util.Set;
import java.util.function.Consumer;

/// Somebody speaks IRC with a server on a port that is none of its usual ones, as bots do that are
/// told by IRC what to do.
///
/// Formula: a session of IRC at a port outside 6660 to 6669, 6697, 7000 and 7070; low.
///
/// Memory: [Sightings#MOST] pairs and the evidence.
public final class IrcControl implements Detector {
  private static final int FIRST = 6_660;
  private static final int LAST = 6_669;
  private static final Set<Integer> OTHERS = Set.of(6_697, 7_000, 7_070);

  private static final DetectorInfo INFO =
      new DetectorInfo(
          "irc-control",
          "Chat server in an odd place",
          "1.0.0",
          "a session of IRC in which the client registered, at a port outside 6660-6669, 6697, 7000 and"
              + " 7070: low",
          "RFC 7194; the usual ports of IRC networks",
          new Technique("T1071", "Application Layer Protocol", "Command and Control"),
          "a chat server that somebody put on another port; a bouncer",
          "see which program speaks, and which other hosts call the same server");

  private final Sightings<Sign> pairs = Sightings.ofServices(Sign.class, IrcControl::finding);

  enum Sign {
    SESSION
  }

  @Override
  public DetectorInfo info() {
    return INFO;
  }

  @Override
  public Interest interest() {
    return Interest.inFacts(IrcSession.class);
  }

  @Override
  public void fact(FlowKey key, Fact fact) {
    if (fact instanceof IrcSession session && odd(key.destinationPort())) {
      boolean joined = session.registered() || !session.channels().isEmpty();
      if (joined || !session.nick().isEmpty()) {
        pairs.at(key, fact).kinds().put(Sign.SESSION, words(session));
      }
    }
  }

  private static boolean odd(int port) {
    return (port < FIRST || port > LAST) && !OTHERS.contains(port);
  }

  private static String words(IrcSession session) {
    String channels = String.join(", ", session.channels());
    String cut = channels.substring(0, Math.min(80, channels.length()));
    return (session.nick() + (cut.isEmpty() ? "" : " on " + cut)).replaceAll("[^ -~]", ".");
  }

  private static Finding finding(Sightings.Pair<Sign> pair) {
    return pair.finding(
        INFO,
        "%s speaks IRC with %s as %s"
            .formatted(pair.client(), pair.server(), pair.kinds().values().iterator().next()),
        Severity.LOW,
        0.6,
        "bots use such ports, and so do some people",
        new Measure("sessions", pair.count(), 1, "sessions"));
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    pairs.finish(findings);
  }
}
