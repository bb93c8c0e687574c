package io.aegispcap.cage.wire;

import io.aegispcap.plugin.Alert;
import io.aegispcap.plugin.AlertBatch;
import io.aegispcap.plugin.Capability;
import io.aegispcap.plugin.FlowBatch;
import io.aegispcap.plugin.PluginKind;
import io.aegispcap.plugin.Severity;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// [ToChild] to frames and back.
final class ToChildCodec {
  private static final int TEXT = 1 << 20;
  private static final int MAX_ITEMS = 1 << 16;

  private ToChildCodec() {}

  static Frame encode(ToChild message) {
    WireOut out = new WireOut();
    return switch (message) {
      case ToChild.Begin begin -> encode(begin, out).frame(1);
      case ToChild.Flows(FlowBatch batch) -> FlowCodec.encode(batch, out).frame(2);
      case ToChild.Alerts(AlertBatch batch) ->
          out.each(batch.alerts(), alert -> encode(alert, out)).frame(3);
      case ToChild.Draw() -> out.frame(4);
      case ToChild.EndOfCapture() -> out.frame(5);
      case ToChild.Called(String failure, int status, String body) ->
          out.text(failure).small(status).text(body).frame(6);
      case ToChild.Finish() -> out.frame(7);
    };
  }

  static ToChild decode(Frame frame) throws WireException {
    WireIn in = new WireIn(frame.body());
    ToChild message =
        switch (frame.type()) {
          case 1 -> begin(in);
          case 2 -> new ToChild.Flows(FlowCodec.decode(in));
          case 3 -> new ToChild.Alerts(new AlertBatch(in.list(1000, 64, () -> alert(in))));
          case 4 -> new ToChild.Draw();
          case 5 -> new ToChild.EndOfCapture();
          case 6 -> new ToChild.Called(in.text(TEXT), in.small(), in.text(TEXT));
          case 7 -> new ToChild.Finish();
          default -> throw in.broken("an unknown type " + frame.type());
        };
    in.end();
    return message;
  }

  private static WireOut encode(ToChild.Begin begin, WireOut out) {
    ToChild.Declared declared = begin.declared();
    out.each(begin.packages(), out::text).text(begin.entryPoint());
    out.small(begin.kind().ordinal());
    out.each(begin.granted(), capability -> out.text(capability.toString()));
    out.each(declared.rules(), out::text).each(declared.features(), out::text);
    out.each(declared.annotations(), out::text);
    out.each(
        declared.metrics().entrySet(),
        metric -> out.text(metric.getKey()).small(metric.getValue().ordinal()));
    return out.map(begin.settings()).map(begin.kept()).each(begin.features(), out::text);
  }

  private static ToChild.Begin begin(WireIn in) throws WireException {
    return new ToChild.Begin(
        texts(in),
        in.text(TEXT),
        in.choice(PluginKind.class),
        new HashSet<>(in.list(MAX_ITEMS, Integer.BYTES, () -> capability(in))),
        new ToChild.Declared(
            Set.copyOf(texts(in)), Set.copyOf(texts(in)), Set.copyOf(texts(in)), metrics(in)),
        in.map(MAX_ITEMS, TEXT),
        in.map(MAX_ITEMS, TEXT),
        texts(in));
  }

  private static List<String> texts(WireIn in) throws WireException {
    return in.list(MAX_ITEMS, Integer.BYTES, () -> in.text(TEXT));
  }

  private static Capability capability(WireIn in) throws WireException {
    String text = in.text(TEXT);
    return Capability.of(text).orElseThrow(() -> in.broken("no capability " + text));
  }

  private static Map<String, MetricKind> metrics(WireIn in) throws WireException {
    Map<String, MetricKind> metrics = new LinkedHashMap<>();
    record Metric(String name, MetricKind kind) {}
    for (Metric metric :
        in.list(
            MAX_ITEMS,
            2 * Integer.BYTES,
            () -> new Metric(in.text(TEXT), in.choice(MetricKind.class)))) {
      metrics.put(metric.name(), metric.kind());
    }
    return metrics;
  }

  private static void encode(Alert alert, WireOut out) {
    out.text(alert.id()).text(alert.detector()).small(alert.severity().ordinal());
    out.real(alert.confidence()).text(alert.subject()).text(alert.target().orElse(""));
    out.each(alert.sentences(), out::text).text(alert.technique());
    time(alert.firstSeen(), out);
    time(alert.lastSeen(), out);
    out.number(alert.count());
  }

  private static void time(Instant time, WireOut out) {
    out.number(time.getEpochSecond()).small(time.getNano());
  }

  private static Alert alert(WireIn in) throws WireException {
    return new Alert(
        in.text(TEXT),
        in.text(TEXT),
        in.choice(Severity.class),
        in.real(),
        in.text(TEXT),
        Optional.of(in.text(TEXT)).filter(text -> !text.isEmpty()),
        texts(in),
        in.text(TEXT),
        Instant.ofEpochSecond(in.number(), in.small()),
        Instant.ofEpochSecond(in.number(), in.small()),
        in.number());
  }
}
