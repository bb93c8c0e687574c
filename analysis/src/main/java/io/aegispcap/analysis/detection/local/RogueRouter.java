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
import io.aegispcap.analysis.flow.Interest;
import io.aegispcap.capture.packet.LinkMessage;
import io.aegispcap.capture.packet.RouterAdvertisement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/// Stations that offer themselves as IPv6 routers beside others, which every host of the link
/// believes.
///
/// Formula: router advertisements with a lifetime above zero of at least two stations on one link
/// within [#WINDOW] of each other that name other prefixes or name servers (information, about the
/// later one); medium from [#MANY] stations on, which tools that flood a link reach at once. Two
/// routers that say the same are a pair for safety.
///
/// Memory: [#LINKS] links, [#ROUTERS] routers of each.
public final class RogueRouter implements Detector {
  static final long WINDOW = 30 * Span.MINUTE;
  static final int MANY = 5;
  private static final int LINKS = 4_096;
  private static final int ROUTERS = 64;

  private static final DetectorInfo INFO =
      new DetectorInfo(
          "rogue-router",
          "Second IPv6 router",
          "1.0.0",
          "router advertisements of two stations on one link within 30 minutes that name other"
              + " prefixes or name servers (information); medium from 5 stations on",
          "RFC 6104, RFC 4861; thresholds are own",
          new Technique("T1557", "Adversary-in-the-Middle", "Credential Access"),
          "two providers on one link; phones and computers that share their connection; Thread"
              + " border routers",
          "find the switch port of the station; switch on RA guard (RFC 6105)");

  private final TrackMap<Link> links =
      new TrackMap<>(LINKS, (a, b, c, d, e) -> new Link(), g -> {});

  private static final class Link {
    final Map<String, Router> routers = new LinkedHashMap<>();
  }

  private static final class Router {
    final Proof proof = new Proof();
    final Span span = new Span();
    final Set<String> says = new TreeSet<>();
    long count;

    boolean near(Router other) {
      return Math.max(span.first(), other.span.first()) - Math.min(span.last(), other.span.last())
          <= WINDOW;
    }
  }

  @Override
  public DetectorInfo info() {
    return INFO;
  }

  @Override
  public Interest interest() {
    return Interest.inLinksAnd();
  }

  @Override
  public void link(LinkMessage message) {
    if (message instanceof RouterAdvertisement said && said.lifetime() > 0) {
      Link link = links.at(said.vlan(), 0, said.timestamp());
      String name = said.router().toString();
      Router router = link.routers.get(name);
      if (router == null && link.routers.size() < ROUTERS) {
        router = new Router();
        link.routers.put(name, router);
      }
      if (router != null) {
        heard(router, said);
      }
    }
  }

  private static void heard(Router router, RouterAdvertisement said) {
    router.count++;
    router.span.add(said.timestamp());
    router.proof.add(said.frameId());
    if (router.says.size() < RouterAdvertisement.MOST) {
      router.says.addAll(said.prefixes());
      said.nameServers().forEach(server -> router.says.add(server.toString()));
    }
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    links.forEach(link -> judge(link, findings));
  }

  private static void judge(Link link, Consumer<Finding> findings) {
    if (link.routers.size() < 2) {
      return;
    }
    Map.Entry<String, Router> first = link.routers.entrySet().iterator().next();
    List<Map.Entry<String, Router>> others =
        link.routers.entrySet().stream()
            .skip(1)
            .filter(router -> router.getValue().near(first.getValue()))
            .toList();
    if (others.size() + 1 >= MANY) {
      findings.accept(finding(first.getKey(), others, Severity.MEDIUM));
      return;
    }
    for (Map.Entry<String, Router> other : others) {
      if (!other.getValue().says.equals(first.getValue().says)) {
        findings.accept(finding(first.getKey(), List.of(other), Severity.INFO));
      }
    }
  }

  private static Finding finding(
      String first, List<Map.Entry<String, Router>> others, Severity severity) {
    String subject = others.getFirst().getKey();
    List<Router> routers = others.stream().map(Map.Entry::getValue).toList();
    return new Finding(
        INFO,
        subject,
        Optional.of(first),
        "%s%s offered itself as IPv6 router beside %s"
            .formatted(
                subject,
                others.size() > 1 ? " and %d more stations each".formatted(others.size() - 1) : "",
                first),
        severity,
        severity == Severity.MEDIUM ? 0.7 : 0.3,
        "the advertisements themselves; which router is the right one is not known",
        routers.stream().mapToLong(router -> router.span.first()).min().orElseThrow(),
        routers.stream().mapToLong(router -> router.span.last()).max().orElseThrow(),
        routers.stream().mapToLong(router -> router.count).sum(),
        List.of(new Measure("routers", others.size() + 1.0, MANY, "routers")),
        Proof.joined(routers.stream().map(router -> router.proof).toList()));
  }
}
