package io.aegispcap.analysis.detection.local;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.analysis.detection.Evidence;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.Measure;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.detection.Technique;
import io.aegispcap.analysis.detection.tracking.Proof;
import io.aegispcap.analysis.detection.tracking.Span;
import io.aegispcap.analysis.detection.tracking.Watched;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.analysis.flow.Interest;
import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.http.HttpLogin;
import io.aegispcap.capture.protocol.ntlm.NtlmLogin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A login that a host in the middle passes on: it asks its victim what the real server asked it.
///
/// Formula: the same NTLM challenge, eight bytes that a server draws anew for each login (MS-NLMP
/// 2.2.1.2), is answered in two connections within [#TOGETHER]. High when the server of one is the
/// client of the other; else medium when two servers asked it, or one in at least [#REPEATS]
/// connections, as tools do that are told to ask the same always.
///
/// Memory: [#CHALLENGES] challenges, of each [#LOGINS] logins.
public final class NtlmRelay implements Detector {
  static final long TOGETHER = 10 * Span.MINUTE;
  static final int REPEATS = 3;
  private static final int CHALLENGES = 32_768;
  private static final int LOGINS = 8;

  private static final DetectorInfo INFO =
      new DetectorInfo(
          "ntlm-relay",
          "NTLM challenge passed on or repeated",
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

  private final Watched<Asked> challenges =
      new Watched<>(CHALLENGES, (a, b, c, d, e) -> new Asked(), NtlmRelay::judge);

  private record Login(FlowKey key, NtlmLogin fact) {
    boolean near(Login other) {
      return Math.abs(fact.timestamp() - other.fact.timestamp()) <= TOGETHER;
    }

    String user() {
      return fact.user().isEmpty() ? "nobody" : fact.user();
    }
  }

  /// The logins that one challenge was answered in: the first ones, one a connection, and the last.
  private static final class Asked {
    final List<Login> logins = new ArrayList<>(1);
    @Nullable Login last;
    long count;
  }

  @Override
  public DetectorInfo info() {
    return INFO;
  }

  @Override
  public Interest interest() {
    return Interest.inFacts(NtlmLogin.class, HttpLogin.class);
  }

  @Override
  public void fact(FlowKey key, Fact fact) {
    switch (fact) {
      case NtlmLogin login -> login(key, login);
      case HttpLogin login -> login(key, login(login));
      default -> {}
    }
  }

  private static NtlmLogin login(HttpLogin login) {
    return new NtlmLogin(
        login.frameId(),
        login.timestamp(),
        login.protocol(),
        login.challenge(),
        login.target(),
        login.domain(),
        login.user(),
        login.workstation());
  }

  private void login(FlowKey key, NtlmLogin login) {
    if (!login.challenge().isEmpty()) {
      Asked asked =
          challenges.at(
              Long.parseUnsignedLong(login.challenge(), 16), 0, 0, 0, 0, login.timestamp());
      Login next = new Login(key, login);
      boolean other = asked.logins.stream().noneMatch(known -> known.key().equals(key));
      boolean near = asked.logins.isEmpty() || asked.logins.getFirst().near(next);
      if (other && near) {
        asked.count++;
        if (asked.logins.size() < LOGINS) {
          asked.logins.add(next);
        } else {
          asked.last = next;
        }
      }
    }
  }

  private static Optional<Finding> judge(Asked asked) {
    for (Login victim : asked.logins) {
      for (Login passedOn : asked.logins) {
        if (victim.key().destination().equals(passedOn.key().source())
            && !victim.key().source().equals(passedOn.key().destination())) {
          return Optional.of(passed(victim, passedOn));
        }
      }
    }
    Login first = asked.logins.getFirst();
    for (Login other : asked.logins) {
      if (!other.key().destination().equals(first.key().destination())) {
        return Optional.of(elsewhere(first, other));
      }
    }
    return asked.count >= REPEATS ? Optional.of(repeated(asked)) : Optional.empty();
  }

  private static Finding passed(Login victim, Login passedOn) {
    String middle = victim.key().destination().toString();
    String server = passedOn.key().destination().toString();
    return finding(
        List.of(victim, passedOn),
        2,
        server,
        "%s passed the login of %s from %s on to %s"
            .formatted(middle, victim.user(), victim.key().source(), server),
        victim,
        Severity.HIGH);
  }

  private static Finding elsewhere(Login first, Login other) {
    return finding(
        List.of(first, other),
        2,
        first.key().source().toString(),
        "%s sent %s, who logged in as %s, the same challenge as %s sent another client"
            .formatted(
                first.key().destination(),
                first.key().source(),
                first.user(),
                other.key().destination()),
        first,
        Severity.MEDIUM);
  }

  private static Finding repeated(Asked asked) {
    Login first = asked.logins.getFirst();
    List<Login> logins = new ArrayList<>(asked.logins);
    if (asked.last != null) {
      logins.add(asked.last);
    }
    return finding(
        logins,
        asked.count,
        first.key().source().toString(),
        "%s sent the same challenge in %d logins, though each should have one of its own"
            .formatted(first.key().destination(), asked.count),
        first,
        Severity.MEDIUM);
  }

  /// @param about the login whose server the finding is about
  private static Finding finding(
      List<Login> logins,
      long count,
      String target,
      String sentence,
      Login about,
      Severity severity) {
    Proof proof = new Proof();
    proof.grow();
    Span span = new Span();
    for (Login login : logins) {
      proof.add(login.key(), login.fact().frameId());
      span.add(login.fact().timestamp());
    }
    Evidence listed = proof.evidence();
    return new Finding(
        INFO,
        about.key().destination().toString(),
        Optional.of(target),
        sentence,
        severity,
        severity == Severity.HIGH ? 0.9 : 0.6,
        "the challenge is drawn at random: two servers do not draw the same by chance",
        span.first(),
        span.last(),
        count,
        List.of(new Measure("logins with one challenge", count, 2, "logins")),
        new Evidence(listed.frames(), count, listed.flows(), count));
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    challenges.finish(findings);
  }
}
