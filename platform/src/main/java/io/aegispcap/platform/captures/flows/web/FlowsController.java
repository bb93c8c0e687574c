package io.aegispcap.platform.captures.flows.web;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.Requires;
import io.aegispcap.platform.captures.CaptureTab;
import io.aegispcap.platform.captures.flows.FlowDetail;
import io.aegispcap.platform.captures.flows.FlowList;
import io.aegispcap.platform.captures.flows.FlowOrder;
import io.aegispcap.platform.captures.flows.Flows;
import io.aegispcap.platform.captures.flows.web.CaptureFlows.Opened;
import io.aegispcap.platform.captures.web.CaptureHeads;
import io.aegispcap.platform.web.ProblemException;
import io.aegispcap.platform.web.Reply;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The flows of a capture, all and one by one.
@Controller
@RequestMapping("/captures/{id}/flows")
class FlowsController {
  private final CaptureFlows captures;
  private final CaptureHeads heads;
  private final Flows flows;

  FlowsController(CaptureFlows captures, CaptureHeads heads, Flows flows) {
    this.captures = captures;
    this.heads = heads;
    this.flows = flows;
  }

  @Bean
  static CaptureTab flowsTab() {
    return new CaptureTab(10, "flows", "Flows");
  }

  @GetMapping
  @Requires(Permission.VISIT)
  Reply list(
      Caller caller,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String sort,
      @RequestParam(defaultValue = "0") long from) {
    Opened opened = captures.open(caller, id);
    FilterBar bar = FilterBar.read(opened.path(), opened.path() + "/flows", q);
    FlowOrder order = FlowOrder.parse(sort).orElse(FlowOrder.DEFAULT);
    boolean asked = bar.fault().isEmpty();
    long offset = Math.clamp(from, 0, Integer.MAX_VALUE);
    FlowList list =
        asked
            ? flows.list(opened.flows(), bar.filter(), order, offset, FlowsPage.ROWS)
            : new FlowList(List.of(), 0, 0);
    captures.read(caller, opened, "flow.list", bar, list.rows().size());
    return new FlowsPage(
        heads.of(opened.capture(), caller),
        bar,
        asked ? Optional.of(timeline(opened, bar)) : Optional.empty(),
        list,
        order);
  }

  private TimelineFigure timeline(Opened opened, FilterBar bar) {
    return new TimelineFigure(bar, flows.timeline(opened.flows(), bar.filter()));
  }

  /// @param frame of its first packet
  @GetMapping("/{frame}")
  @Requires(Permission.VISIT)
  Reply flow(Caller caller, @PathVariable UUID id, @PathVariable long frame) {
    Opened opened = captures.open(caller, id);
    FlowDetail flow =
        flows
            .find(opened.flows(), frame)
            .orElseThrow(() -> ProblemException.notFound("flow that begins with that frame"));
    captures.read(caller, opened, "flow.read", Long.toString(frame), 1);
    return new FlowPage(
        heads.of(opened.capture(), caller),
        FilterBar.read(opened.path(), opened.path() + "/flows", ""),
        flow);
  }
}
