package io.aegispcap.analysis.detection.login;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.Measure;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.detection.Technique;
import io.aegispcap.analysis.detection.tracking.Watched;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.analysis.flow.Interest;
import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.http.HttpExchange;
import io.aegispcap.capture.protocol.http.HttpLogin;
import io.aegispcap.capture.protocol.ldap.LdapBind;
import io.aegispcap.capture.protocol.login.LoginAttempt;
import io.aegispcap.capture.protocol.mqtt.MqttConnection;
import io.aegispcap.capture.protocol.radius.RadiusExchange;
import io.aegispcap.capture.protocol.rdp.RdpConnection;
import io.aegispcap.capture.protocol.smb.SmbSession;
import io.aegispcap.capture.protocol.snmp.SnmpRequest;
import io.aegispcap.capture.protocol.ssh.SshConversation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// A client that tries one password after another at a service, whatever its port: the protocol is
/// recognised by what is said.
///
/// Formula: failed logins of one client at one service, against [GuessLimit]: SSH 30 in 30 minutes
/// or 5 connections with failed logins in 5 minutes, or 10 that end early and cannot be judged;
/// FTP, Telnet, mail, SIP, SMB, LDAP, MQTT, MySQL, PostgreSQL, VNC, HTTP Basic and NTLM 20 in 15
/// minutes; distinct communities of SNMP 10 in 15 minutes; forms sent to a login page and
/// connections of RDP 30 in 5 minutes, low severity as their failure is not seen. Of RADIUS, by
/// which an access server asks for many, 20 rejections in 15 minutes of one calling station, or of
/// one user where stations are not named. High when a login succeeds after that. SSH logins are
/// estimated from packet sizes. Source: Zeek's `detect-bruteforcing` for SSH and FTP.
///
/// Memory: [#SERVICES] client and service pairs, for each up to 1,024 users and the evidence.
public final class BruteForce implements Detector {
  private static final int SERVICES = 16_384;

  /// Six guesses and what goes before them fit in so many encrypted packets; a session has more.
  private static final int LOGIN_PACKETS = 40;

  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;

  /// Of protocols whose servers always say how a login went, silence is no failure: packets are
  /// missing, or the database that was asked for.
  private static final Set<String> JUDGING = Set.of("mysql", "postgresql", "vnc");

  /// Last part of the path of a login page.
  private static final Pattern LOGIN_PAGE =
      Pattern.compile("(?i)(?:log[-_]?(?:in|on)|sign[-_]?in|auth|authenticate|session|xmlrpc)");

  private static final DetectorInfo INFO =
      new DetectorInfo(
          "brute-force",
          "Password guessing",
          "1.4.0",
          "failed logins of a client at a service: SSH 30 in 30 min or 5 connections with failed"
              + " logins in 5 min, or 10 that end early (low); FTP, Telnet, mail, SIP, SMB, LDAP, MQTT, MySQL,"
              + " PostgreSQL, VNC, HTTP Basic and NTLM 20 in 15 min; RADIUS 20 rejections of a station in 15 min; 10 SNMP communities in 15 min; login forms or RDP"
              + " connections 30 in 5 min (low); high"
              + " when a login succeeds afterwards",
          "Zeek detect-bruteforcing: SSH 30 in 30 min, FTP 20 in 15 min",
          new Technique("T1110", "Brute Force", "Credential Access"),
          "a program with an outdated password that keeps trying; a person who forgot",
          "see whether a login succeeded; block the client; look for it at other services");

  private final Watched<Guessing> services =
      new Watched<>(SERVICES, (a, b, c, d, limit) -> new Guessing(limit & 0xff), BruteForce::judge);

  @Override
  public DetectorInfo info() {
    return INFO;
  }

  @Override
  public Interest interest() {
    return Interest.inFacts(
        SshConversation.class,
        LoginAttempt.class,
        HttpExchange.class,
        SmbSession.class,
        MqttConnection.class,
        SnmpRequest.class,
        RdpConnection.class,
        HttpLogin.class,
        RadiusExchange.class,
        LdapBind.class);
  }

  @Override
  public void fact(FlowKey key, Fact fact) {
    switch (fact) {
      case SshConversation ssh -> ssh(key, ssh);
      case LoginAttempt login -> login(key, login);
      case HttpExchange http -> http(key, http);
      case SmbSession smb -> smb(key, smb);
      case MqttConnection mqtt -> mqtt(key, mqtt);
      case SnmpRequest snmp -> snmp(key, snmp);
      case RdpConnection rdp -> rdp(key, rdp);
      case HttpLogin ntlm -> ntlm(key, ntlm);
      case RadiusExchange radius -> radius(key, radius);
      case LdapBind ldap -> ldap(key, ldap);
      default -> {}
    }
  }

  private Guessing service(FlowKey key, GuessLimit limit, String protocol, long time) {
    return service(key, limit, protocol, 0, time);
  }

  /// @param behind tells apart for whom the client asks; 0 when it asks for itself
  private Guessing service(FlowKey key, GuessLimit limit, String protocol, int behind, long time) {
    Guessing service =
        services.at(
            key.source().high(),
            key.source().low(),
            key.destination().high(),
            key.destination().low(),
            (long) behind << 32 | (long) key.destinationPort() << 8 | limit.ordinal(),
            time);
    service.named(key, protocol);
    return service;
  }

  private void ssh(FlowKey key, SshConversation ssh) {
    Guessing service = service(key, GuessLimit.SSH, "ssh", ssh.timestamp());
    int failed = ssh.authenticationAttempts() - (ssh.authenticated() ? 1 : 0);
    for (int i = 0; i < failed; i++) {
      service.failed(ssh.timestamp(), "");
    }
    if (ssh.authenticated()) {
      service.accepted();
    } else if (failed > 0) {
      service.connectionFailed(ssh.timestamp());
    } else if (ssh.encryptedPackets() > 0 && ssh.encryptedPackets() <= LOGIN_PACKETS) {
      service.connectionUnclear(ssh.timestamp());
    }
    service.saw(key, ssh.frameId(), ssh.timestamp());
  }

  private void login(FlowKey key, LoginAttempt login) {
    Guessing service = service(key, GuessLimit.PASSWORD, login.protocol(), login.timestamp());
    if (login.outcome() == LoginAttempt.Outcome.ACCEPTED) {
      service.accepted();
    } else if (login.outcome() == LoginAttempt.Outcome.REFUSED
        || !JUDGING.contains(login.protocol())) {
      service.failed(login.timestamp(), login.user());
    }
    service.saw(key, login.frameId(), login.timestamp());
  }

  private void smb(FlowKey key, SmbSession smb) {
    if (smb.refused() || smb.accepted() && !smb.guest()) {
      Guessing service = service(key, GuessLimit.PASSWORD, "smb", smb.timestamp());
      if (smb.accepted()) {
        service.accepted();
      } else {
        service.failed(smb.timestamp(), smb.user());
      }
      service.saw(key, smb.frameId(), smb.timestamp());
    }
  }

  /// Nobody is no user to guess a password of (RFC 4513 5.1).
  private void ldap(FlowKey key, LdapBind ldap) {
    if (!ldap.name().isEmpty() && (ldap.refused() || ldap.result() == 0)) {
      Guessing service = service(key, GuessLimit.PASSWORD, "ldap", ldap.timestamp());
      if (ldap.refused()) {
        service.failed(ldap.timestamp(), ldap.name());
      } else {
        service.accepted();
      }
      service.saw(key, ldap.frameId(), ldap.timestamp());
    }
  }

  private void mqtt(FlowKey key, MqttConnection mqtt) {
    if (mqtt.refused() || mqtt.accepted() && !mqtt.user().isEmpty()) {
      Guessing service = service(key, GuessLimit.PASSWORD, "mqtt", mqtt.timestamp());
      if (mqtt.accepted()) {
        service.accepted();
      } else {
        service.failed(mqtt.timestamp(), mqtt.user());
      }
      service.saw(key, mqtt.frameId(), mqtt.timestamp());
    }
  }

  /// Devices say nothing to a wrong community; some answer that there is no access.
  private void snmp(FlowKey key, SnmpRequest snmp) {
    if (snmp.byServer() || snmp.community().isEmpty() || snmp.answer().isEmpty()) {
      return;
    }
    Guessing service = service(key, GuessLimit.COMMUNITY, "snmp", snmp.timestamp());
    if (snmp.answer().equals(SnmpRequest.UNANSWERED)
        || snmp.answer().equals("authorizationError")) {
      service.failedWord(snmp.timestamp(), snmp.mark());
    } else {
      service.accepted();
    }
    service.saw(key, snmp.frameId(), snmp.timestamp());
  }

  private void rdp(FlowKey key, RdpConnection rdp) {
    if (rdp.answered() && rdp.failure().isEmpty()) {
      Guessing service = service(key, GuessLimit.RDP, "rdp", rdp.timestamp());
      service.connectionUnclear(rdp.timestamp());
      service.saw(key, rdp.frameId(), rdp.timestamp());
    }
  }

  private void http(FlowKey key, HttpExchange http) {
    if (http.basicUser().isPresent()) {
      Guessing service = service(key, GuessLimit.HTTP_BASIC, "http", http.timestamp());
      if (http.status() == UNAUTHORIZED || http.status() == FORBIDDEN) {
        service.failed(http.timestamp(), http.basicUser().get());
      } else if (http.status() / 100 == 2) {
        service.accepted();
      }
      service.saw(key, http.frameId(), http.timestamp());
    } else if (http.method().equals("POST") && http.status() > 0 && loginPage(http.uri())) {
      Guessing service = service(key, GuessLimit.HTTP_FORM, "http", http.timestamp());
      service.failed(http.timestamp(), "");
      service.saw(key, http.frameId(), http.timestamp());
    }
  }

  private void ntlm(FlowKey key, HttpLogin ntlm) {
    if (ntlm.refused() || ntlm.accepted()) {
      Guessing service = service(key, GuessLimit.PASSWORD, "http", ntlm.timestamp());
      if (ntlm.accepted()) {
        service.accepted();
      } else {
        service.failed(ntlm.timestamp(), ntlm.user());
      }
      service.saw(key, ntlm.frameId(), ntlm.timestamp());
    }
  }

  /// Challenges are questions back, no judgements.
  private void radius(FlowKey key, RadiusExchange radius) {
    String behind = radius.callingStation().isEmpty() ? radius.user() : radius.callingStation();
    if (behind.isEmpty() || !radius.refused() && !radius.accepted()) {
      return;
    }
    Guessing service =
        service(key, GuessLimit.PASSWORD, "radius", behind.hashCode(), radius.timestamp());
    service.behind = behind;
    if (radius.accepted()) {
      service.accepted();
    } else {
      service.failed(radius.timestamp(), radius.user());
    }
    service.saw(key, radius.frameId(), radius.timestamp());
  }

  private static boolean loginPage(String uri) {
    int query = uri.indexOf('?');
    String path = query < 0 ? uri : uri.substring(0, query);
    return LOGIN_PAGE.matcher(path.substring(path.lastIndexOf('/') + 1)).find();
  }

  private static Optional<Finding> judge(Guessing service) {
    return service.suspicious() ? Optional.of(finding(service)) : Optional.empty();
  }

  private static Finding finding(Guessing service) {
    return new Finding(
        INFO,
        service.client,
        Optional.of(service.endpoint),
        sentence(service),
        severity(service),
        confidence(service),
        switch (service.limit) {
          case SSH -> "failures are estimated from the sizes of encrypted packets";
          case RDP -> "only the connections are seen, not the logins inside them";
          default -> "how the service answered";
        },
        service.span.first(),
        service.span.last(),
        Math.max(1, Math.max(service.failures, service.connections)),
        List.of(
            new Measure("failed logins", service.failures, service.limit.guesses, "logins"),
            new Measure(
                "connections without login",
                service.connections,
                service.limit.burst > 0 ? service.limit.burst : Double.NaN,
                "connections"),
            new Measure("distinct users", service.users.size(), Double.NaN, "users")),
        service.proof.evidence());
  }

  private static double confidence(Guessing service) {
    if (service.overLimit) {
      return service.limit == GuessLimit.HTTP_FORM ? 0.5 : 0.9;
    }
    return service.certain() ? 0.65 : 0.4;
  }

  private static Severity severity(Guessing service) {
    if (service.limit == GuessLimit.HTTP_FORM || !service.certain()) {
      return Severity.LOW;
    }
    return service.acceptedAfter ? Severity.HIGH : Severity.MEDIUM;
  }

  private static String sentence(Guessing service) {
    String protocol = service.protocol.toUpperCase(Locale.ROOT);
    if (!service.certain()) {
      return "%s made %d %s connections to %s that ended before anyone seems to have got in"
          .formatted(service.client, service.connections, protocol, service.endpoint);
    }
    return "%s failed %d logins by %s at %s%s in %s%s"
        .formatted(
            service.client,
            service.failures,
            protocol,
            service.endpoint,
            service.behind.isEmpty() ? "" : " for " + service.behind,
            service.span.duration(),
            service.acceptedAfter ? ", and then got in" : "");
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    services.finish(findings);
  }
}
