package io.aegispcap.analysis.detection.web;

import io.aegispcap.analysis.detection.Addresses;
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
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A script on a web server through which somebody runs commands.
///
/// Formula: the score of [ShellPage#score] for each script, from how it is used and answered; low
/// from [#LOW], medium from [#MEDIUM], high when commands or code were answered with a command's
/// output. What encrypted connections carry is not seen.
///
/// Memory: [#PAGES] scripts and the evidence.
public final class WebShell implements Detector {
  static final int LOW = 5;
  static final int MEDIUM = 6;
  private static final int PAGES = 16_384;
  private static final int REFUSED = 400;

  private static final DetectorInfo INFO =
      new DetectorInfo(
          "web-shell",
          "Web shell",
          "1.0.0",
          "of a script on a web server: 3 when a parameter is a command or code, 3 when an answer is a"
              + " command's output, 3 when bodies are opaque both ways three times; 1 each for at most"
              + " two clients without referrer, answers without a page, a parameter named as shells do,"
              + " nothing but POST; low from 5, medium from 6, high when a command was answered with"
              + " output",
          "MITRE ATT&CK T1505.003; NSA and ASD, Detect and Prevent Web Shell Malware (2020)",
          new Technique("T1505.003", "Web Shell", "Persistence"),
          "an administration page that runs commands; a program that sends encrypted messages to a"
              + " script",
          "look at the file on the server, when it came there and who wrote it; isolate the server");

  private final Watched<ShellPage> pages =
      new Watched<>(PAGES, (a, b, c, d, e) -> new ShellPage(), WebShell::judge);

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
    if (fact instanceof HttpExchange http && http.status() > 0 && http.status() < REFUSED) {
      ScriptPath.of(http.uri()).ifPresent(path -> seen(key, http, path));
    }
  }

  private void seen(FlowKey key, HttpExchange http, String path) {
    ShellPage page =
        pages.at(
            key.destination().high(),
            key.destination().low(),
            key.destinationPort(),
            http.host().hashCode(),
            path.hashCode(),
            http.timestamp());
    if (page.requests == 0) {
      page.server = Addresses.endpoint(key.destination(), key.destinationPort());
      page.path = path.replaceAll("[^!-~]", ".");
    }
    page.add(key, http);
  }

  private static Optional<Finding> judge(ShellPage page) {
    int score = page.score();
    if (score < LOW) {
      return Optional.empty();
    }
    Severity severity =
        page.answered ? Severity.HIGH : score >= MEDIUM ? Severity.MEDIUM : Severity.LOW;
    return Optional.of(
        new Finding(
            INFO,
            page.client,
            Optional.of(page.server),
            "%s %s to %s on %s%s"
                .formatted(
                    page.client,
                    page.what(),
                    page.path,
                    page.server,
                    page.answered ? ", which answered with their output" : ""),
            severity,
            page.answered ? 0.95 : Math.min(0.8, 0.1 * score),
            page.answered
                ? "the answers are outputs of commands"
                : "how the script is used; its answers do not prove it",
            page.span.first(),
            page.span.last(),
            page.requests,
            List.of(
                new Measure("score", score, LOW, ""),
                new Measure("requests", page.requests, 1, "requests")),
            page.proof.evidence()));
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    pages.finish(findings);
  }
}
