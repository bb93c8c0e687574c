package io.aegispcap.analysis.detection.local;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.Measure;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.detection.Technique;
import io.aegispcap.analysis.detection.tracking.Proof;
import io.aegispcap.analysis.detection.tracking.Span;
import io.aegispcap.analysis.detection.tracking.TrackMap;
import io.aegispcap.analysis.detection.tracking.Watched;
import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.ntlm.NtlmLogin;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A login that a host in the middle passes on: it asks its victim what the real server asked it.
///
/// Formula: the same NTLM challenge, eight bytes that a server draws anew for each login (MS-NLMP
/// 2.2.1.2), is answered in two connections within [#TOGETHER]. High when the server of one is the
/// client of the other; medium when it came from another server, or from the same one in at least
/// [#REPEATS] connections, as tools do that are told to ask the same always.
///
/// Memory: [#CHALLENGES] challenges, [#PAIRS] findings and the evidence.
public final class NtlmRelay implements Detector {
  static final long TOGETHER = 10 * Span.MINUTE;
  static final int REPEATS = 3;
  private static final int CHALLENGES = 32_768;
  private static final int PAIRS = 4_096;

  private static final DetectorInfo INFO =
      new DetectorInfo(
          "ntlm-relay",
          "NTLM login passed on",
          "1.0.0",
          "one NTLM challenge answered in two connections within 10 minutes: high when the server of"
              + " one is the client of the other, medium with another server, or from one server in"
              + " 3 connections",
          "MS-NLMP 2.2.1.2, 3.1.5; ATT&CK T1557.001; the formula is own",
          new Technique(
              "T1557.001",
              "Adversary-in-the-Middle: LLMNR/NBT-NS Poisoning and SMB Relay",
              "Credential Access"),
          "a proxy or load balancer that passes connections through, captured on both sides",
          "isolate the host in the middle; see what it did with the login; require signing");

  private final TrackMap<Asked> challenges =
      new TrackMap<>(CHALLENGES, (a, b, c, d, e) -> new Asked(), gone -> {});
  private final Watched<Passed> passed =
      new Watched<>(PAIRS, (a, b, c, d, e) -> new Passed(), NtlmRelay::finding);

  /// Where a challenge was met first.
  private static final class Asked {
    @Nullable FlowKey key;
    @Nullable NtlmLogin login;
  }

  private enum Way {
    PASSED_ON,
    ELSEWHERE,
    REPEATED
  }

  /// What one host did with the challenges of another.
  private static final class Passed {
    final Proof proof = new Proof();
    final Span span = new Span();
    Way way = Way.REPEATED;
    String middle = "";
    String server = "";
    String victim = "";
    String user = "";
    long count;
  }

  @Override
  public DetectorInfo info() {
    return INFO;
  }

  @Override
  public void flow(Flow flow) {}

  @Override
  public void fact(FlowKey key, Fact fact) {
    if (fact instanceof NtlmLogin login && !login.challenge().isEmpty()) {
      Asked asked =
          challenges.at(Long.parseUnsignedLong(login.challenge(), 16), 0, login.timestamp());
      FlowKey firstKey = asked.key;
      NtlmLogin first = asked.login;
      if (firstKey == null
          || first == null
          || Math.abs(login.timestamp() - first.timestamp()) > TOGETHER) {
        asked.key = key;
        asked.login = login;
      } else if (!firstKey.equals(key)) {
        again(firstKey, first, key, login);
      }
    }
  }

  private void again(FlowKey firstKey, NtlmLogin first, FlowKey key, NtlmLogin login) {
    if (firstKey.source().equals(key.destination())) {
      // The real server's side was told of first.
      note(Way.PASSED_ON, key, login, firstKey, first);
    } else if (firstKey.destination().equals(key.source())) {
      note(Way.PASSED_ON, firstKey, first, key, login);
    } else {
      boolean same = firstKey.destination().equals(key.destination());
      note(same ? Way.REPEATED : Way.ELSEWHERE, firstKey, first, key, login);
    }
  }

  /// @param victim the connection whose server asks what another one asked
  private void note(
      Way way, FlowKey victim, NtlmLogin deceived, FlowKey real, NtlmLogin passedOn) {
    Passed pair =
        passed.at(
            victim.destination().high(),
            victim.destination().low(),
            real.destination().high(),
            real.destination().low(),
            way.ordinal(),
            passedOn.timestamp());
    pair.way = way;
    pair.middle = victim.destination().toString();
    pair.server = real.destination().toString();
    pair.victim = victim.source().toString();
    pair.user = deceived.user().isEmpty() ? "nobody" : deceived.user();
    pair.count++;
    pair.proof.add(victim, deceived.frameId());
    pair.proof.add(real, passedOn.frameId());
    pair.span.add(deceived.timestamp());
    pair.span.add(passedOn.timestamp());
  }

  private static Optional<Finding> finding(Passed pair) {
    if (pair.way == Way.REPEATED && pair.count + 1 < REPEATS) {
      return Optional.empty();
    }
    String sentence =
        switch (pair.way) {
          case PASSED_ON ->
              "%s passed the login of %s from %s on to %s"
                  .formatted(pair.middle, pair.user, pair.victim, pair.server);
          case ELSEWHERE ->
              "%s asked %s, who logged in as %s, what another login at %s was asked"
                  .formatted(pair.middle, pair.victim, pair.user, pair.server);
          case REPEATED ->
              "%s asked the same in %d logins, which each should have a challenge of its own"
                  .formatted(pair.middle, pair.count + 1);
        };
    boolean certain = pair.way == Way.PASSED_ON;
    return Optional.of(
        new Finding(
            INFO,
            pair.middle,
            Optional.of(certain ? pair.server : pair.victim),
            sentence,
            certain ? Severity.HIGH : Severity.MEDIUM,
            certain ? 0.9 : 0.6,
            "the challenge is drawn at random: two servers do not draw the same by chance",
            pair.span.first(),
            pair.span.last(),
            pair.count,
            List.of(new Measure("logins with a known challenge", pair.count, 1, "logins")),
            pair.proof.evidence()));
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    passed.finish(findings);
  }
}
