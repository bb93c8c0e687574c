package io.aegispcap.analysis.detection.content;

import io.aegispcap.analysis.detection.DetectionOptions;
import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.HomeNetworks;
import io.aegispcap.analysis.detection.Measure;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.detection.Technique;
import io.aegispcap.analysis.detection.tracking.Sightings;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.analysis.flow.Interest;
import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.http.BodyHash;
import io.aegispcap.capture.protocol.http.HttpExchange;
import java.util.Locale;
import java.util.function.Consumer;

/// A program fetched in a way that hides it, or from a bare address.
///
/// Formula: an HTTP response from outside whose first bytes are those of a program (PE, ELF,
/// Mach-O, Java, Android, or a script with its interpreter) and whose content type says text,
/// image, audio or video: medium; or whose request named an address instead of a host: low. Source:
/// own; the same signs are in the public rule sets of Suricata.
///
/// Memory: [Sightings#MOST] pairs and the evidence.
public final class DisguisedDownload implements Detector {
  private static final DetectorInfo INFO =
      new DetectorInfo(
          "disguised-download",
          "Program in disguise",
          "1.0.0",
          "an HTTP response from outside that is a program by its first bytes: medium when its"
              + " content type says text, image, audio or video; low when fetched from a bare"
              + " address",
          "own; content types of RFC 9110 8.3 against file signatures",
          new Technique("T1105", "Ingress Tool Transfer", "Command and Control"),
          "misconfigured web servers; updates of devices fetched by address",
          "look its SHA-256 up; see what the client did afterwards");

  private final HomeNetworks home;
  private final Sightings<Sign> pairs =
      Sightings.ofServices(Sign.class, DisguisedDownload::finding);

  enum Sign {
    LYING_TYPE,
    BARE_ADDRESS
  }

  public DisguisedDownload(DetectionOptions options) {
    this.home = options.home();
  }

  @Override
  public DetectorInfo info() {
    return INFO;
  }

  @Override
  public Interest interest() {
    return Interest.inFacts(HttpExchange.class);
  }

  @Override
  public void fact(FlowKey key, Fact fact) {
    if (fact instanceof HttpExchange http
        && http.responseBody().map(DisguisedDownload::program).orElse(false)
        && !home.inside(key.destination())) {
      String what = http.host() + http.uri();
      if (lies(http.responseContentType().orElse(""))) {
        pairs.at(key, fact).kinds().put(Sign.LYING_TYPE, what);
      } else if (bareAddress(http.host())) {
        pairs.at(key, fact).kinds().put(Sign.BARE_ADDRESS, what);
      }
    }
  }

  private static boolean program(BodyHash body) {
    return switch (body.magicMime()) {
      case "application/vnd.microsoft.portable-executable",
          "application/x-elf",
          "application/x-mach-binary",
          "application/java-vm",
          "application/vnd.android.dex",
          "text/x-shellscript" ->
          true;
      default -> false;
    };
  }

  private static boolean lies(String contentType) {
    String type = contentType.toLowerCase(Locale.ROOT);
    return type.startsWith("text/html")
        || type.startsWith("text/css")
        || type.startsWith("image/")
        || type.startsWith("audio/")
        || type.startsWith("video/");
  }

  private static boolean bareAddress(String host) {
    return !host.isEmpty() && host.chars().allMatch(c -> c >= '0' && c <= ':' || c == '.')
        || host.startsWith("[");
  }

  private static Finding finding(Sightings.Pair<Sign> pair) {
    boolean lies = pair.kinds().containsKey(Sign.LYING_TYPE);
    String what = pair.kinds().values().iterator().next();
    return pair.finding(
        INFO,
        "%s fetched a program from %s (%s)%s"
            .formatted(
                pair.client(), pair.server(), what, lies ? " that was sent as something else" : ""),
        lies ? Severity.MEDIUM : Severity.LOW,
        lies ? 0.7 : 0.4,
        "its first bytes against what the server said",
        new Measure("programs", pair.count(), 1, "files"));
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    pairs.finish(findings);
  }
}
