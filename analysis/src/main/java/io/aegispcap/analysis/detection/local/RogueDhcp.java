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
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.analysis.flow.Interest;
import io.aegispcap.capture.packet.IpAddress;
import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.dhcp.DhcpMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A second DHCP server that leads clients elsewhere.
///
/// Formula: one question of a client (the same transaction and hardware address, within [#SAME]) is
/// answered with offers or acknowledgements of two servers, by their identifiers, that name other
/// routers, other name servers, or another proxy script. It is about the server that gave itself as
/// router, name server or proxy where the other did not name it, else about the later one. Medium;
/// two servers that say the same are a pair for safety, and two networks visited one after the
/// other are two questions.
///
/// Memory: [#QUESTIONS] questions, [#SERVERS] pairs of servers and the evidence.
public final class RogueDhcp implements Detector {
  static final long SAME = Span.MINUTE;
  private static final int QUESTIONS = 16_384;
  private static final int SERVERS = 4_096;

  private static final DetectorInfo INFO =
      new DetectorInfo(
          "rogue-dhcp",
          "Second DHCP server",
          "1.0.0",
          "one DHCP question answered by two servers that name other routers, name servers or proxy"
              + " scripts",
          "RFC 2131 3.1, RFC 2132; ATT&CK T1557.003",
          new Technique("T1557.003", "Adversary-in-the-Middle: DHCP Spoofing", "Credential Access"),
          "a home router or a virtual machine's network plugged in by mistake",
          "find the switch port of the server; see who took its offers; switch on DHCP snooping");

  private final TrackMap<Question> questions =
      new TrackMap<>(QUESTIONS, (a, b, c, d, e) -> new Question(), gone -> {});
  private final Watched<Rivals> rivals =
      new Watched<>(SERVERS, (a, b, c, d, e) -> new Rivals(), RogueDhcp::finding);

  /// What was answered first.
  private static final class Question {
    @Nullable DhcpMessage first;
  }

  /// A server that says other than another one.
  private static final class Rivals {
    final Proof proof = new Proof();
    final Span span = new Span();
    @Nullable IpAddress suspect;
    @Nullable IpAddress other;
    final TreeSet<String> differences = new TreeSet<>();
    long count;
  }

  @Override
  public DetectorInfo info() {
    return INFO;
  }

  @Override
  public Interest interest() {
    return Interest.inFacts(DhcpMessage.class);
  }

  @Override
  public void fact(FlowKey key, Fact fact) {
    if (fact instanceof DhcpMessage dhcp
        && dhcp.serverId().isPresent()
        && (dhcp.messageType().equals("OFFER") || dhcp.messageType().equals("ACK"))) {
      answered(key, dhcp, dhcp.serverId().get());
    }
  }

  private void answered(FlowKey key, DhcpMessage dhcp, IpAddress server) {
    Question question =
        questions.at(
            key.vlan(),
            dhcp.transactionId(),
            dhcp.clientMac().hashCode(),
            dhcp.messageType().hashCode(),
            0,
            dhcp.timestamp());
    DhcpMessage first = question.first;
    if (first == null || dhcp.timestamp() - first.timestamp() > SAME) {
      question.first = dhcp;
      return;
    }
    IpAddress other = first.serverId().orElse(server);
    List<String> differences = differences(first, dhcp);
    if (!other.equals(server) && !differences.isEmpty()) {
      boolean firstLeadsHome = leadsTo(first, other) && !leadsTo(dhcp, other);
      boolean laterLeadsHome = leadsTo(dhcp, server) && !leadsTo(first, server);
      boolean suspectIsFirst = firstLeadsHome && !laterLeadsHome;
      told(
          key,
          List.of(first, dhcp),
          suspectIsFirst ? other : server,
          suspectIsFirst ? server : other,
          differences);
    }
  }

  private void told(
      FlowKey key,
      List<DhcpMessage> answers,
      IpAddress suspect,
      IpAddress other,
      List<String> differences) {
    long time = answers.getLast().timestamp();
    IpAddress low = suspect.compareTo(other) < 0 ? suspect : other;
    IpAddress high = low.equals(suspect) ? other : suspect;
    Rivals pair = rivals.at(low.high(), low.low(), high.high(), high.low(), key.vlan(), time);
    if (pair.suspect == null) { // of two that both lead to themselves, the first time decides
      pair.suspect = suspect;
      pair.other = other;
    }
    pair.differences.addAll(differences);
    pair.count++;
    for (DhcpMessage answer : answers) {
      pair.proof.add(key, answer.frameId());
      pair.span.add(answer.timestamp());
    }
  }

  private static List<String> differences(DhcpMessage one, DhcpMessage two) {
    List<String> found = new ArrayList<>(3);
    if (differ(one.routers(), two.routers())) {
      found.add("routers");
    }
    if (differ(one.nameServers(), two.nameServers())) {
      found.add("name servers");
    }
    if (!one.proxyScript().equals(two.proxyScript())) {
      found.add("proxy scripts");
    }
    return found;
  }

  /// An order of its own does not make a list another one.
  private static boolean differ(List<IpAddress> one, List<IpAddress> two) {
    return !new TreeSet<>(one).equals(new TreeSet<>(two));
  }

  private static boolean leadsTo(DhcpMessage dhcp, IpAddress address) {
    return dhcp.routers().contains(address)
        || dhcp.nameServers().contains(address)
        || dhcp.proxyScript().map(url -> url.contains(address.toString())).orElse(false);
  }

  private static Optional<Finding> finding(Rivals pair) {
    IpAddress suspect = pair.suspect;
    IpAddress other = pair.other;
    if (suspect == null || other == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            INFO,
            suspect.toString(),
            Optional.of(other.toString()),
            "%s answered DHCP questions beside %s and named other %s"
                .formatted(suspect, other, String.join(" and ", pair.differences)),
            Severity.MEDIUM,
            0.6,
            "the same question was answered in two ways; which server is the right one is not known",
            pair.span.first(),
            pair.span.last(),
            pair.count,
            List.of(new Measure("questions answered in two ways", pair.count, 1, "questions")),
            pair.proof.evidence()));
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    rivals.finish(findings);
  }
}
