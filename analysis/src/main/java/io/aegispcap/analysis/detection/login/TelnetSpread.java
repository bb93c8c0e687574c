package io.aegispcap.analysis.detection.login;

import io.aegispcap.analysis.detection.Addresses;
import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.Measure;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.detection.Technique;
import io.aegispcap.analysis.detection.tracking.DistinctSet;
import io.aegispcap.analysis.detection.tracking.Proof;
import io.aegispcap.analysis.detection.tracking.Span;
import io.aegispcap.analysis.detection.tracking.Watched;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.analysis.flow.Interest;
import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.login.LoginAttempt;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A host that tries to log in at many others by Telnet, as worms of cameras and routers do: a few
/// guesses at each, so that no single one has many.
///
/// Formula: logins that were not accepted, at [#SERVERS] servers or more; medium, high when one
/// more was accepted.
///
/// Memory: [#CLIENTS] clients, for each up to 256 servers, and the evidence.
public final class TelnetSpread implements Detector {
  static final int SERVERS = 5;
  private static final int CLIENTS = 4_096;
  private static final int COUNTED = 256;

  private static final DetectorInfo INFO =
      new DetectorInfo(
          "telnet-spread",
          "Logins at many hosts by Telnet",
          "1.0.0",
          "one client's logins by Telnet were not accepted at 5 servers or more: medium, high when one"
              + " was accepted besides",
          "Antonakakis et al., Understanding the Mirai Botnet (2017)",
          new Technique("T1110.001", "Password Guessing", "Credential Access"),
          "a program that manages old devices with an outdated password",
          "isolate the client; look at the servers that let it in; change passwords that devices were"
              + " delivered with");

  private final Watched<Guesser> clients =
      new Watched<>(CLIENTS, (a, b, c, d, e) -> new Guesser(), TelnetSpread::judge);

  private static final class Guesser {
    final DistinctSet failed = new DistinctSet(COUNTED);
    final Proof proof = new Proof();
    final Span span = new Span();
    String client = "";
    String entered = "";
    long guesses;
  }

  @Override
  public DetectorInfo info() {
    return INFO;
  }

  @Override
  public Interest interest() {
    return Interest.inFacts(LoginAttempt.class);
  }

  @Override
  public void fact(FlowKey key, Fact fact) {
    if (fact instanceof LoginAttempt login && login.protocol().equals("telnet")) {
      Guesser guesser =
          clients.at(key.source().high(), key.source().low(), 0, 0, 0, login.timestamp());
      guesser.client = key.source().toString();
      guesser.guesses++;
      guesser.proof.add(key, login.frameId());
      guesser.span.add(login.timestamp());
      if (login.outcome() == LoginAttempt.Outcome.ACCEPTED) {
        guesser.entered = key.destination().toString();
      } else {
        guesser.failed.add(Addresses.mixed(key.destination().high(), key.destination().low()));
      }
    }
  }

  private static Optional<Finding> judge(Guesser guesser) {
    int servers = guesser.failed.size();
    if (servers < SERVERS) {
      return Optional.empty();
    }
    boolean entered = !guesser.entered.isEmpty();
    return Optional.of(
        new Finding(
            INFO,
            guesser.client,
            entered ? Optional.of(guesser.entered) : Optional.empty(),
            "%s tried to log in by Telnet at %d servers%s"
                .formatted(
                    guesser.client, servers, entered ? ", and got in at " + guesser.entered : ""),
            entered ? Severity.HIGH : Severity.MEDIUM,
            0.85,
            "what the servers showed",
            guesser.span.first(),
            guesser.span.last(),
            guesser.guesses,
            List.of(
                new Measure("servers", servers, SERVERS, "servers"),
                new Measure("logins", guesser.guesses, Double.NaN, "logins")),
            guesser.proof.evidence()));
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    clients.finish(findings);
  }
}
