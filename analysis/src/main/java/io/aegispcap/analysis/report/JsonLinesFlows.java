package io.aegispcap.analysis.report;

import io.aegispcap.analysis.feature.Feature;
import io.aegispcap.analysis.feature.FeatureSchema;
import io.aegispcap.analysis.flow.CommunityId;
import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.analysis.flow.TransportNames;
import io.aegispcap.analysis.pipeline.FlowFormat;
import io.aegispcap.analysis.pipeline.RowBuffer;
import io.aegispcap.capture.packet.FrameId;
import io.aegispcap.capture.protocol.Fact;
import java.util.List;

/// Flows as JSON Lines: one object a line, ECS names with dots, features under `features`, and what
/// the conversation said under `facts`.
public final class JsonLinesFlows implements FlowFormat {
  @Override
  public String header() {
    return "";
  }

  @Override
  public Rows rows() {
    return new Writer();
  }

  private static final class Writer implements Rows {
    private final CommunityId communityId = new CommunityId();
    private final TimeText time = new TimeText();
    private final FactsJson facts = FactsJson.plain();
    private final double[] features = new double[FeatureSchema.V1.size()];
    private final String[] names = featureNames();

    /// Each with its quotes, its colon, and the comma before it.
    private static String[] featureNames() {
      List<Feature> all = FeatureSchema.V1.features();
      String[] names = new String[all.size()];
      for (int i = 0; i < names.length; i++) {
        names[i] = (i == 0 ? "\"" : ",\"") + all.get(i).name() + "\":";
      }
      return names;
    }

    @Override
    public void note(Flow flow, Fact fact) {
      facts.note(flow, fact);
    }

    @Override
    public void append(Flow flow, RowBuffer out) {
      out.ascii("{\"network.community_id\":\"").ascii(communityId.of(flow));
      out.ascii("\",\"capture\":").number((long) FrameId.capture(flow.firstFrame()));
      out.ascii(",\"first_frame\":").number(FrameId.number(flow.firstFrame()));
      out.ascii(",\"last_frame\":").number(FrameId.number(flow.lastFrame()));
      out.ascii(",\"event.start\":\"");
      time.append(flow.start(), out);
      out.ascii("\",\"event.end\":\"");
      time.append(flow.end(), out);
      out.ascii("\",\"event.duration\":").number(flow.duration());
      addresses(flow, out);
      out.ascii(",\"state\":\"").ascii(flow.state().name());
      out.ascii("\",\"end_reason\":\"").ascii(flow.endReason().label());
      out.ascii("\",\"direction\":\"").ascii(flow.inferred() ? "inferred" : "observed").ascii('"');
      features(flow, out);
      if (flow.notesLength() > 0) {
        out.ascii(",\"facts\":[").notesOf(flow).ascii(']');
      }
      out.ascii("}\n");
    }

    private static void addresses(Flow flow, RowBuffer out) {
      out.ascii(",\"source.ip\":\"");
      FlowColumns.address(flow.sourceHigh(), flow.sourceLow(), out);
      out.ascii("\",\"source.port\":").number((long) flow.sourcePort());
      out.ascii(",\"destination.ip\":\"");
      FlowColumns.address(flow.destinationHigh(), flow.destinationLow(), out);
      out.ascii("\",\"destination.port\":").number((long) flow.destinationPort());
      out.ascii(",\"network.iana_number\":\"").number((long) flow.protocol());
      out.ascii("\",\"network.transport\":\"").ascii(TransportNames.of(flow.protocol())).ascii('"');
      if (!flow.application().isEmpty()) {
        out.ascii(",\"network.protocol\":\"").ascii(flow.application()).ascii('"');
      }
      if (flow.vlan() >= 0) {
        out.ascii(",\"network.vlan.id\":\"").number((long) flow.vlan()).ascii('"');
      }
      if (!flow.tunnel().label().isEmpty()) {
        out.ascii(",\"tunnel\":\"").ascii(flow.tunnel().label()).ascii('"');
      }
    }

    private void features(Flow flow, RowBuffer out) {
      FeatureSchema.V1.compute(flow, features);
      out.ascii(",\"features\":{");
      for (int i = 0; i < features.length; i++) {
        out.ascii(names[i]).number(features[i]);
      }
      out.ascii('}');
    }
  }
}
