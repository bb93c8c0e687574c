package io.aegispcap.analysis.report;

import io.aegispcap.analysis.flow.CommunityId;
import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.analysis.pipeline.RowBuffer;
import io.aegispcap.capture.packet.FrameId;
import io.aegispcap.capture.packet.IpAddress;

/// The columns of a flow before its features: who, when, how it went.
final class FlowColumns {
  /// ECS names with underscores for dots.
  static final String NAMES =
      "community_id,capture,first_frame,last_frame,start,end,source_ip,source_port,destination_ip,"
          + "destination_port,iana_number,vlan_id,tunnel,application,state,end_reason,direction";

  private final CommunityId communityId = new CommunityId();
  private final TimeText time = new TimeText();

  void append(Flow flow, RowBuffer out) {
    out.ascii(communityId.of(flow)).ascii(',');
    out.number((long) FrameId.capture(flow.firstFrame())).ascii(',');
    out.number(FrameId.number(flow.firstFrame())).ascii(',');
    out.number(FrameId.number(flow.lastFrame())).ascii(',');
    time.append(flow.start(), out);
    out.ascii(',');
    time.append(flow.end(), out);
    out.ascii(',');
    address(flow.sourceHigh(), flow.sourceLow(), out);
    out.ascii(',').number((long) flow.sourcePort()).ascii(',');
    address(flow.destinationHigh(), flow.destinationLow(), out);
    out.ascii(',').number((long) flow.destinationPort()).ascii(',');
    out.number((long) flow.protocol()).ascii(',');
    if (flow.vlan() >= 0) {
      out.number((long) flow.vlan());
    }
    out.ascii(',').ascii(flow.tunnel().label()).ascii(',').ascii(flow.application()).ascii(',');
    out.ascii(flow.state().name()).ascii(',').ascii(flow.endReason().label()).ascii(',');
    out.ascii(flow.inferred() ? "inferred" : "observed");
  }

  static void address(long high, long low, RowBuffer out) {
    if (!IpAddress.isV4(high, low)) {
      out.ascii(new IpAddress(high, low).toString());
      return;
    }
    out.number(low >>> 24 & 0xff).ascii('.').number(low >>> 16 & 0xff).ascii('.');
    out.number(low >>> 8 & 0xff).ascii('.').number(low & 0xff);
  }
}
