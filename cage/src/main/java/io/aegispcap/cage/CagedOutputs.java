package io.aegispcap.cage;

import io.aegispcap.cage.wire.ToChild;
import io.aegispcap.cage.wire.ToHost;
import io.aegispcap.plugin.Annotations;
import io.aegispcap.plugin.Capability;
import io.aegispcap.plugin.Chart;
import io.aegispcap.plugin.Charts;
import io.aegispcap.plugin.Finding;
import io.aegispcap.plugin.Findings;
import io.aegispcap.plugin.Flow;
import io.aegispcap.plugin.Http;
import io.aegispcap.plugin.HttpFailedException;
import java.net.URI;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Where a plugin puts what it has to say: checked here for clear messages, and by the host again.
final class CagedOutputs implements Findings, Annotations, Charts, Http {
  private static final int MAX_TEXT = 1000;

  private final ToChild.Declared declared;
  private final Permits permits;
  private final Answers answers;
  private final Set<String> charts = new HashSet<>();

  CagedOutputs(ToChild.Declared declared, Permits permits, Answers answers) {
    this.declared = declared;
    this.permits = permits;
    this.answers = answers;
  }

  @Override
  public void report(Finding finding) {
    permits.require(Capability.Kind.WRITE_FINDINGS);
    check(declared.rules(), "rule", finding.rule());
    answers.send(
        new ToHost.Found(
            finding.rule(),
            finding.severity(),
            finding.subject(),
            finding.target(),
            finding.sentence(),
            finding.confidence(),
            finding.reason(),
            finding.count(),
            finding.flows().stream().map(Flow::number).toList(),
            finding.measures()));
  }

  @Override
  public void feature(Flow flow, String name, double value) {
    permits.require(Capability.Kind.WRITE_FEATURES);
    check(declared.features(), "feature", name);
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("feature " + name + " is not finite");
    }
    answers.send(new ToHost.Feature(flow.number(), name, value));
  }

  @Override
  public void annotate(Flow flow, String name, String text) {
    permits.require(Capability.Kind.WRITE_FEATURES);
    check(declared.annotations(), "annotation", name);
    String kept = text.substring(0, Math.min(MAX_TEXT, text.length()));
    answers.send(new ToHost.Annotation(flow.number(), name, kept));
  }

  @Override
  public void show(Chart chart) {
    permits.require(Capability.Kind.WRITE_VISUALIZATIONS);
    if (!charts.add(chart.id())) {
      throw new IllegalArgumentException("there is a chart " + chart.id() + " already");
    }
    answers.send(new ToHost.Show(chart));
  }

  @Override
  public Response post(String url, Map<String, String> headers, String body) {
    String host = URI.create(url).getHost();
    permits.requireHost(host == null ? url : host);
    ToChild.Called called = answers.call(new ToHost.Call(url, headers, body));
    if (!called.failure().isEmpty()) {
      throw new HttpFailedException(called.failure());
    }
    return new Response(called.status(), called.body());
  }

  private static void check(Set<String> declared, String what, String name) {
    if (!declared.contains(name)) {
      throw new IllegalArgumentException("the manifest declares no " + what + " " + name);
    }
  }
}
