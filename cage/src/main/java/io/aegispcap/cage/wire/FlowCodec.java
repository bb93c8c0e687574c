package io.aegispcap.cage.wire;

import io.aegispcap.plugin.Capability;
import io.aegispcap.plugin.Fact;
import io.aegispcap.plugin.FeatureNames;
import io.aegispcap.plugin.Flow;
import io.aegispcap.plugin.FlowBatch;
import io.aegispcap.plugin.Prediction;
import java.util.List;

/// Batches of flows. Names of features travel once a batch.
final class FlowCodec {
  private static final int TEXT = 1 << 20;
  private static final int MAX_FACTS = 1 << 12;
  private static final int MAX_FEATURES = 1 << 12;

  /// Bytes that every flow takes at least.
  private static final int LEAST = 100;

  private FlowCodec() {}

  static WireOut encode(FlowBatch batch, WireOut out) {
    List<String> names = batch.flows().isEmpty() ? List.of() : names(batch.flows().getFirst());
    out.each(names, out::text);
    return out.each(batch.flows(), flow -> encode(flow, out));
  }

  private static List<String> names(Flow flow) {
    return flow.shows(Capability.Kind.READ_FEATURES) ? flow.featureNames().names() : List.of();
  }

  private static void encode(Flow flow, WireOut out) {
    out.number(flow.number()).text(flow.source()).small(flow.sourcePort());
    out.text(flow.destination()).small(flow.destinationPort()).small(flow.ianaNumber());
    out.text(flow.application()).text(flow.state());
    out.number(flow.startNanos()).number(flow.duration().toNanos());
    out.number(flow.forwardPackets()).number(flow.forwardBytes());
    out.number(flow.backwardPackets()).number(flow.backwardBytes());
    if (present(flow, Capability.Kind.READ_ADDRESSES, out)) {
      out.text(flow.communityId());
    }
    if (present(flow, Capability.Kind.READ_PAYLOAD_FACTS, out)) {
      out.each(flow.facts(), fact -> encode(fact, out));
    }
    if (present(flow, Capability.Kind.READ_FEATURES, out)) {
      encode(flow.features(), out);
    }
    if (present(flow, Capability.Kind.READ_PREDICTIONS, out)) {
      out.each(flow.predictions(), one -> encode(one, out));
    }
  }

  private static boolean present(Flow flow, Capability.Kind part, WireOut out) {
    boolean shown = flow.shows(part);
    out.flag(shown);
    return shown;
  }

  private static void encode(Fact fact, WireOut out) {
    out.text(fact.protocol()).map(fact.fields());
  }

  private static void encode(double[] values, WireOut out) {
    for (double value : values) {
      out.real(value);
    }
  }

  private static void encode(Prediction prediction, WireOut out) {
    out.text(prediction.source()).text(prediction.label()).real(prediction.score());
  }

  static FlowBatch decode(WireIn in) throws WireException {
    FeatureNames names =
        new FeatureNames(in.list(MAX_FEATURES, Integer.BYTES, () -> in.text(TEXT)));
    return new FlowBatch(in.list(FlowBatch.MAX_FLOWS, LEAST, () -> flow(names, in)));
  }

  private static Flow flow(FeatureNames names, WireIn in) throws WireException {
    Flow.Builder flow = new Flow.Builder(in.number());
    flow.source(in.text(TEXT), in.small()).destination(in.text(TEXT), in.small());
    flow.protocol(in.small(), in.text(TEXT)).state(in.text(TEXT));
    flow.time(in.number(), in.number());
    flow.forward(in.number(), in.number()).backward(in.number(), in.number());
    if (in.flag()) {
      flow.communityId(in.text(TEXT));
    }
    if (in.flag()) {
      flow.facts(in.list(MAX_FACTS, 8, () -> new Fact(in.text(TEXT), in.map(MAX_FACTS, TEXT))));
    }
    if (in.flag()) {
      flow.features(names, features(names.names().size(), in));
    }
    if (in.flag()) {
      flow.predictions(
          in.list(MAX_FACTS, 16, () -> new Prediction(in.text(TEXT), in.text(TEXT), in.real())));
    }
    return flow.build();
  }

  private static double[] features(int count, WireIn in) throws WireException {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = in.real();
    }
    return values;
  }
}
