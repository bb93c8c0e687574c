package io.aegispcap.analysis.detection.credential;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorInfo;
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
import io.aegispcap.capture.protocol.kerberos.KerberosExchange;
import io.aegispcap.capture.protocol.ldap.LdapBind;
import io.aegispcap.capture.protocol.login.LoginAttempt;
import io.aegispcap.capture.protocol.smb.SmbSession;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// One client that fails to log in as many users, at one server or several.
///
/// Formula: from [#USERS] distinct users on for whom a login failed (Kerberos, SMB, LDAP, FTP,
/// mail), with no pause of an hour; medium, high when a login succeeds after that. Users that
/// Kerberos does not know count as well: they are looked for. Source: the behaviour of ATT&CK
/// T1110.003; the number is own, above what a shared machine shows.
///
/// Memory: [#CLIENTS] clients, for each 1,024 names and the evidence.
public final class PasswordSpraying implements Detector {
  static final int USERS = 10;
  static final int CLIENTS = 8_192;

  private static final int MOST_NAMES = 1_024;

  private static final DetectorInfo INFO =
      new DetectorInfo(
          "password-spraying",
          "Many users tried",
          "1.0.0",
          "failed logins of one client as at least 10 distinct users, with no pause of an hour:"
              + " medium; high when a login succeeds afterwards",
          "ATT&CK T1110.003; the number is own",
          new Technique("T1110.003", "Brute Force: Password Spraying", "Credential Access"),
          "a gateway or terminal server through which many people log in, after passwords expired",
          "see whether a login succeeded, and as whom; block the client");

  private final Watched<Client> clients =
      new Watched<>(CLIENTS, (a, b, c, d, e) -> new Client(), PasswordSpraying::judge);

  private static final class Client {
    private final Set<String> users = new HashSet<>();
    private final Set<String> servers = new HashSet<>();
    private final Proof proof = new Proof();
    private final Span span = new Span();
    private String address = "";
    private String last = "";
    private long failures;
    private boolean gotIn;

    private void forget() {
      users.clear();
      servers.clear();
      proof.clear();
      span.clear();
      failures = 0;
    }
  }

  @Override
  public DetectorInfo info() {
    return INFO;
  }

  @Override
  public Interest interest() {
    return Interest.inFacts(
        SmbSession.class, LdapBind.class, LoginAttempt.class, KerberosExchange.class);
  }

  @Override
  public void fact(FlowKey key, Fact fact) {
    switch (fact) {
      case SmbSession smb -> login(key, fact, smb.user(), smb.refused(), smb.accepted());
      case LdapBind ldap -> login(key, fact, ldap.name(), ldap.refused(), ldap.result() == 0);
      case LoginAttempt login ->
          login(
              key,
              fact,
              login.user(),
              login.outcome() == LoginAttempt.Outcome.REFUSED,
              login.outcome() == LoginAttempt.Outcome.ACCEPTED);
      case KerberosExchange kerberos -> {
        boolean refused =
            kerberos.error().equals("PREAUTH_FAILED")
                || kerberos.error().equals("C_PRINCIPAL_UNKNOWN")
                || kerberos.error().equals("CLIENT_REVOKED");
        boolean accepted = kerberos.request().equals("as") && !kerberos.replyEncryption().isEmpty();
        login(key, fact, kerberos.client(), refused, accepted);
      }
      default -> {}
    }
  }

  private void login(FlowKey key, Fact fact, String user, boolean refused, boolean accepted) {
    if (user.isEmpty() || !refused && !accepted) {
      return;
    }
    Client client = clients.at(key.source().high(), key.source().low(), 0, 0, 0, fact.timestamp());
    if (accepted) {
      client.gotIn |= client.users.size() >= USERS;
      return;
    }
    if (client.users.size() < USERS && client.span.endedBefore(fact.timestamp(), Span.HOUR)) {
      client.forget();
    }
    client.address = key.source().toString();
    client.last = key.destination().toString();
    client.failures++;
    if (client.users.size() < MOST_NAMES) {
      client.users.add(user.toLowerCase(Locale.ROOT));
      client.servers.add(client.last);
    }
    client.proof.add(key, fact.frameId());
    client.span.add(fact.timestamp());
  }

  private static Optional<Finding> judge(Client client) {
    if (client.users.size() < USERS) {
      return Optional.empty();
    }
    boolean one = client.servers.size() == 1;
    return Optional.of(
        new Finding(
            INFO,
            client.address,
            one ? Optional.of(client.last) : Optional.empty(),
            "%s failed to log in as %d users at %s%s"
                .formatted(
                    client.address,
                    client.users.size(),
                    one ? client.last : client.servers.size() + " servers",
                    client.gotIn ? ", and then got in" : ""),
            client.gotIn ? Severity.HIGH : Severity.MEDIUM,
            0.8,
            "how the servers answered",
            client.span.first(),
            client.span.last(),
            client.failures,
            List.of(
                new Measure("distinct users", client.users.size(), USERS, "users"),
                new Measure("failed logins", client.failures, Double.NaN, "logins")),
            client.proof.evidence()));
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    clients.finish(findings);
  }
}
