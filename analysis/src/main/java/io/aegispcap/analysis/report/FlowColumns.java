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
    out.ascii(communityId.of(flow));
    out.cell(FrameId.capture(flow.firstFrame()));
    out.cell(FrameId.number(flow.firstFrame())).cell(FrameId.number(flow.lastFrame()));
    time.append(flow.start(), out.ascii(','));
    time.append(flow.end(), out.ascii(','));
    address(flow.sourceHigh(), flow.sourceLow(), out.ascii(','));
    out.cell(flow.sourcePort());
    address(flow.destinationHigh(), flow.destinationLow(), out.ascii(','));
    out.cell(flow.destinationPort()).cell(flow.protocol());
    if (flow.vlan() >= 0) {
      out.cell(flow.vlan());
    } else {
      out.ascii(',');
    }
    out.cell(flow.tunnel().label()).cell(flow.application());
    out.cell(flow.state().name()).cell(flow.endReason().label());
    out.cell(flow.inferred() ? "inferred" : "observed");
  }

  static void address(long high, long low, RowBuffer out) {
    if (IpAddress.isV4(high, low)) {
      out.dotted((int) low);
    } else {
      out.ascii(new IpAddress(high, low).toString());
    }
  }
}
