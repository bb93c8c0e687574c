package io.aegispcap.platform.captures.flows.web;

import io.aegispcap.platform.captures.flows.FlowDetail;
import io.aegispcap.platform.captures.flows.FlowRow;
import io.aegispcap.platform.captures.flows.filter.Field;
import io.aegispcap.platform.captures.flows.filter.Fields;
import io.aegispcap.platform.captures.web.CaptureHead;
import io.aegispcap.platform.web.Page;
import java.util.Optional;

/// One flow.
public record FlowPage(CaptureHead head, FilterBar bar, FlowDetail flow) implements Page {

  @Override
  public String title() {
    return "Flow " + flow.row().frame();
  }

  @Override
  public String template() {
    return "flows/flow";
  }

  public FlowRow row() {
    return flow.row();
  }

  /// The field that filters for something that was said.
  public Optional<String> field(String member) {
    return Fields.ofFact(member).map(Field::name);
  }

  /// What shows the flow in Wireshark.
  public String displayFilter() {
    String ip = row().source().ip().indexOf(':') < 0 ? "ip" : "ipv6";
    String addresses =
        ip
            + ".addr == "
            + row().source().ip()
            + " && "
            + ip
            + ".addr == "
            + row().destination().ip();
    return addresses
        + ports()
        + " && frame.number in {"
        + row().frame()
        + ".."
        + flow.lastFrame()
        + "}";
  }

  private String ports() {
    return switch (row().transport()) {
      case "tcp", "udp", "sctp" ->
          " && %1$s.port == %2$d && %1$s.port == %3$d"
              .formatted(row().transport(), row().source().port(), row().destination().port());
      default -> "";
    };
  }

  public String path() {
    return bar.capture() + "/flows/" + row().frame();
  }
}
