package io.aegispcap.cage.wire;

import io.aegispcap.plugin.Chart;
import io.aegispcap.plugin.Finding;
import io.aegispcap.plugin.Measure;
import io.aegispcap.plugin.PluginKind;
import io.aegispcap.plugin.PluginMetadata;
import io.aegispcap.plugin.Severity;
import java.util.Optional;

/// [ToHost] to frames and back.
final class ToHostCodec {
  /// Bytes of names and ids.
  private static final int NAME = 256;

  /// Bytes of sentences and lines.
  private static final int TEXT = 4000;

  private static final int MAX_MEASURES = 20;
  private static final int MAX_STACK = 20;
  private static final int MAX_HEADERS = 32;
  private static final int MAX_KEPT = 1 << 16;

  private ToHostCodec() {}

  static Frame encode(ToHost message) {
    WireOut out = new WireOut();
    return switch (message) {
      case ToHost.Locked(int version) -> out.small(version).frame(1);
      case ToHost.Ready(PluginMetadata it) ->
          out.text(it.id()).text(it.version()).small(it.kind().ordinal()).frame(2);
      case ToHost.Found found -> encode(found, out).frame(3);
      case ToHost.Feature(long flow, String name, double value) ->
          out.number(flow).text(name).real(value).frame(4);
      case ToHost.Annotation(long flow, String name, String text) ->
          out.number(flow).text(name).text(text).frame(5);
      case ToHost.Metric(MetricKind kind, String name, double value) ->
          out.small(kind.ordinal()).text(name).real(value).frame(6);
      case ToHost.Show(Chart chart) -> encode(chart, out).frame(7);
      case ToHost.Log(String line) -> out.text(line).frame(8);
      case ToHost.Call(var url, var headers, var body) ->
          out.text(url).map(headers).text(body).frame(9);
      case ToHost.Kept(var content) -> out.map(content).frame(10);
      case ToHost.Failed(var cause, var text, var stack) ->
          out.text(cause).text(text).each(stack, out::text).frame(11);
      case ToHost.Done(int frames) -> out.small(frames).frame(12);
    };
  }

  private static WireOut encode(ToHost.Found found, WireOut out) {
    out.text(found.rule()).small(found.severity().ordinal()).text(found.subject());
    out.text(found.target().orElse("")).text(found.sentence());
    out.real(found.confidence()).text(found.reason()).number(found.count());
    out.each(found.flows(), out::number);
    return out.each(
        found.measures(),
        it -> out.text(it.name()).real(it.value()).real(it.threshold()).text(it.unit()));
  }

  private static WireOut encode(Chart chart, WireOut out) {
    Chart.Query query = chart.query();
    out.text(chart.id()).text(chart.title()).small(chart.shape().ordinal());
    out.small(query.source().ordinal()).text(query.groupBy()).text(query.sum());
    return out.small(query.limit());
  }

  static ToHost decode(Frame frame) throws WireException {
    WireIn in = new WireIn(frame.body());
    ToHost message =
        switch (frame.type()) {
          case 1 -> new ToHost.Locked(in.small());
          case 2 ->
              new ToHost.Ready(
                  new PluginMetadata(in.text(NAME), in.text(NAME), in.choice(PluginKind.class)));
          case 3 -> found(in);
          case 4 -> new ToHost.Feature(in.number(), in.text(NAME), finite(in));
          case 5 -> new ToHost.Annotation(in.number(), in.text(NAME), in.text(TEXT));
          case 6 -> new ToHost.Metric(in.choice(MetricKind.class), in.text(NAME), finite(in));
          case 7 -> chart(in);
          case 8 -> new ToHost.Log(in.text(TEXT));
          case 9 -> new ToHost.Call(in.text(TEXT), in.map(MAX_HEADERS, TEXT), in.text(1 << 20));
          case 10 -> new ToHost.Kept(in.map(MAX_KEPT, 1 << 20));
          case 11 ->
              new ToHost.Failed(
                  in.text(NAME),
                  in.text(TEXT),
                  in.list(MAX_STACK, Integer.BYTES, () -> in.text(TEXT)));
          case 12 -> new ToHost.Done(in.small());
          default -> throw in.broken("an unknown type " + frame.type());
        };
    in.end();
    return message;
  }

  private static ToHost.Found found(WireIn in) throws WireException {
    String rule = in.text(NAME);
    Severity severity = in.choice(Severity.class);
    String subject = in.text(NAME);
    Optional<String> target = Optional.of(in.text(NAME)).filter(text -> !text.isEmpty());
    String sentence = in.text(TEXT);
    double confidence = in.real();
    String reason = in.text(TEXT);
    long count = in.number();
    var flows = in.list(Finding.MAX_FLOWS, Long.BYTES, in::number);
    var measures = in.list(MAX_MEASURES, 24, () -> measure(in));
    boolean fits = confidence >= 0 && confidence <= 1 && count >= 1 && !flows.isEmpty();
    if (!fits || subject.isBlank() || sentence.isBlank()) {
      throw in.broken("a finding with parts missing or out of their range");
    }
    return new ToHost.Found(
        rule, severity, subject, target, sentence, confidence, reason, count, flows, measures);
  }

  private static Measure measure(WireIn in) throws WireException {
    String name = in.text(NAME);
    double value = finite(in);
    double threshold = in.real();
    if (Double.isInfinite(threshold)) {
      throw in.broken("an infinite threshold");
    }
    return new Measure(name, value, threshold, in.text(NAME));
  }

  private static ToHost.Show chart(WireIn in) throws WireException {
    try {
      return new ToHost.Show(
          new Chart(
              in.text(NAME),
              in.text(NAME),
              in.choice(Chart.Shape.class),
              new Chart.Query(
                  in.choice(Chart.Source.class), in.text(NAME), in.text(NAME), in.small())));
    } catch (IllegalArgumentException e) {
      throw in.broken("a chart that is none: " + e.getMessage());
    }
  }

  private static double finite(WireIn in) throws WireException {
    double value = in.real();
    if (!Double.isFinite(value)) {
      throw in.broken("a number that is not finite");
    }
    return value;
  }
}
