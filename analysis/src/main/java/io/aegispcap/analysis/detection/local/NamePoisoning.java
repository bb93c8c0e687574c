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
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.analysis.flow.Interest;
import io.aegispcap.capture.packet.IpAddress;
import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.dns.DnsAnswer;
import io.aegispcap.capture.protocol.dns.DnsExchange;
import io.aegispcap.capture.protocol.ntlm.NtlmLogin;
import io.aegispcap.capture.protocol.smb.SmbSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/// A host that says to be whoever is asked for on its link.
///
/// Formula: answers of LLMNR, NetBIOS and multicast DNS give one address for at least [#NAMES]
/// distinct names (of NetBIOS without the suffix, and only those of hosts; of multicast DNS at
/// least [#MULTICAST_NAMES]), or for `wpad`, where browsers look for their proxy. Medium; high when
/// at least [#NAMES] names or `wpad` are followed by logins by NTLM to that address of which none
/// is accepted; low for `wpad` alone and for multicast DNS alone. Source: how Responder and Inveigh
/// work; the thresholds are own. A host has its name, perhaps a second one, and its workgroup's.
///
/// Memory: [#ADDRESSES] addresses, of each [#KEPT_NAMES] names and the evidence.
public final class NamePoisoning implements Detector {
  static final int NAMES = 4;
  static final int MULTICAST_NAMES = 8;
  private static final int KEPT_NAMES = 64;
  private static final int ADDRESSES = 16_384;
  private static final int SHOWN = 3;
  private static final String WPAD = "wpad";

  private static final DetectorInfo INFO =
      new DetectorInfo(
          "name-poisoning",
          "Answers in the name of others",
          "1.0.0",
          "LLMNR and NetBIOS answers that give one address for at least 4 names, multicast DNS for 8,"
              + " or for wpad: medium, high when followed by NTLM logins of which none is accepted,"
              + " low for wpad or multicast DNS alone",
          "RFC 4795, RFC 1002, RFC 6762; ATT&CK T1557.001; thresholds are own",
          new Technique(
              "T1557.001",
              "Adversary-in-the-Middle: LLMNR/NBT-NS Poisoning and SMB Relay",
              "Credential Access"),
          "a server with many aliases; a proxy that a network announces as wpad; gateways of"
              + " multicast DNS",
          "see who runs the host; change passwords of those who logged in to it; switch LLMNR and"
              + " NetBIOS names off");

  private final TrackMap<Claims> addresses =
      new TrackMap<>(ADDRESSES, Claims::new, this::concludeGone);
  private final List<Finding> gone = new ArrayList<>();

  /// What an address was said to be.
  private static final class Claims {
    final IpAddress address;
    final Set<String> names = new TreeSet<>();
    final Set<String> multicast = new TreeSet<>();
    final Proof proof = new Proof();
    final Span span = new Span();
    long answers;
    long logins;
    long accepted;
    String user = "";

    Claims(long high, long low, long c, long d, long e) {
      address = new IpAddress(high, low);
    }

    boolean poisons() {
      return names.size() >= NAMES || names.contains(WPAD) || multicast.contains(WPAD);
    }
  }

  @Override
  public DetectorInfo info() {
    return INFO;
  }

  @Override
  public Interest interest() {
    return Interest.inFacts(DnsExchange.class, NtlmLogin.class, SmbSession.class);
  }

  @Override
  public void fact(FlowKey key, Fact fact) {
    switch (fact) {
      case DnsExchange dns when dns.answered() -> answered(key, dns);
      case NtlmLogin login -> loggedIn(key, login);
      case SmbSession session -> judged(key, session);
      default -> {} // says nothing of names
    }
  }

  private void answered(FlowKey key, DnsExchange dns) {
    String protocol = dns.protocol();
    boolean multicast = protocol.equals("mdns");
    if (!multicast && !protocol.equals("llmnr") && !protocol.equals("nbns")) {
      return;
    }
    for (DnsAnswer answer : dns.answers()) {
      boolean address =
          answer.type().equals("A") || answer.type().equals("AAAA") || answer.type().equals("NB");
      Optional<String> name = address ? hostName(answer.name(), protocol) : Optional.empty();
      Optional<IpAddress> one = address ? parsed(answer.data()) : Optional.empty();
      if (name.isPresent() && one.isPresent()) {
        claimed(key, dns, one.get(), name.get(), multicast);
      }
    }
  }

  private void claimed(
      FlowKey key, DnsExchange dns, IpAddress address, String name, boolean multicast) {
    Claims claims = addresses.at(address.high(), address.low(), dns.timestamp());
    Set<String> names = multicast ? claims.multicast : claims.names;
    if (names.size() < KEPT_NAMES) {
      names.add(name);
    }
    claims.answers++;
    claims.proof.add(key, dns.answerFrameId());
    claims.span.add(dns.timestamp());
  }

  /// The first label, which is the same in each of these protocols. Of NetBIOS only names of
  /// workstations and file servers (suffixes 00 and 20): others are those of groups and users.
  private static Optional<String> hostName(String name, String protocol) {
    String text = name;
    if (protocol.equals("nbns")) {
      if (!name.endsWith("<00>") && !name.endsWith("<20>")) {
        return Optional.empty();
      }
      text = name.substring(0, name.length() - 4);
    }
    int dot = text.indexOf('.');
    String label = dot < 0 ? text : text.substring(0, dot);
    return label.isEmpty() || text.endsWith(".arpa") ? Optional.empty() : Optional.of(label);
  }

  /// A single address; records of several are those of servers that speak for others.
  private static Optional<IpAddress> parsed(String text) {
    try {
      return Optional.of(IpAddress.parse(text));
    } catch (IllegalArgumentException notOneAddress) {
      return Optional.empty();
    }
  }

  private void loggedIn(FlowKey key, NtlmLogin login) {
    if (known(key) && !login.user().isEmpty()) {
      Claims claims = claims(key, login);
      claims.logins++;
      claims.user = login.user();
      claims.proof.add(key, login.frameId());
      claims.span.add(login.timestamp());
    }
  }

  private void judged(FlowKey key, SmbSession session) {
    if (known(key) && session.accepted() && !session.user().isEmpty()) {
      claims(key, session).accepted++;
    }
  }

  private boolean known(FlowKey key) {
    return addresses.has(key.destination().high(), key.destination().low(), 0, 0, 0);
  }

  private Claims claims(FlowKey key, Fact fact) {
    return addresses.at(key.destination().high(), key.destination().low(), fact.timestamp());
  }

  private void concludeGone(Claims claims) {
    judge(claims).ifPresent(gone::add);
  }

  private static Optional<Finding> judge(Claims claims) {
    boolean many = claims.names.size() >= NAMES;
    boolean multicast = claims.multicast.size() >= MULTICAST_NAMES;
    if (!claims.poisons() && !multicast) {
      return Optional.empty();
    }
    boolean robbed = claims.logins > 0 && claims.accepted == 0;
    Severity severity =
        robbed && claims.poisons() ? Severity.HIGH : many ? Severity.MEDIUM : Severity.LOW;
    Set<String> all = new TreeSet<>(claims.names);
    all.addAll(claims.multicast);
    String examples = String.join(", ", all.stream().limit(SHOWN).toList());
    return Optional.of(
        new Finding(
            INFO,
            claims.address.toString(),
            Optional.empty(),
            "%s was given for %d names of its link, such as %s%s"
                .formatted(
                    claims.address,
                    all.size(),
                    examples,
                    robbed ? "; %s logged in there in vain".formatted(claims.user) : ""),
            severity,
            severity == Severity.HIGH ? 0.85 : severity == Severity.MEDIUM ? 0.6 : 0.3,
            "how many names; a host has one or two of its own",
            claims.span.first(),
            claims.span.last(),
            claims.answers,
            List.of(
                new Measure("names", claims.names.size(), NAMES, "names"),
                new Measure(
                    "names by multicast", claims.multicast.size(), MULTICAST_NAMES, "names"),
                new Measure("logins", claims.logins, 1, "logins")),
            claims.proof.evidence()));
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    addresses.forEach(this::concludeGone);
    gone.forEach(findings);
  }
}
