package io.aegispcap.platform.captures.flows.web;

import io.aegispcap.capture.packet.IpAddress;
import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.Requires;
import io.aegispcap.platform.captures.CaptureTab;
import io.aegispcap.platform.captures.FindingPages;
import io.aegispcap.platform.captures.flows.EvidenceReader;
import io.aegispcap.platform.captures.flows.Flows;
import io.aegispcap.platform.captures.flows.Host;
import io.aegispcap.platform.captures.flows.filter.Filter;
import io.aegispcap.platform.captures.flows.web.CaptureFlows.Opened;
import io.aegispcap.platform.captures.web.CaptureHeads;
import io.aegispcap.platform.web.ProblemException;
import io.aegispcap.platform.web.Reply;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The hosts of a capture.
@Controller
@RequestMapping("/captures/{id}/hosts")
class HostsController {
  private static final int NAMES = 50;

  private final CaptureFlows captures;
  private final CaptureHeads heads;
  private final Flows flows;
  private final EvidenceReader evidence;
  private final FindingPages alerts;

  HostsController(
      CaptureFlows captures,
      CaptureHeads heads,
      Flows flows,
      EvidenceReader evidence,
      FindingPages alerts) {
    this.captures = captures;
    this.heads = heads;
    this.flows = flows;
    this.evidence = evidence;
    this.alerts = alerts;
  }

  @Bean
  static CaptureTab hostsTab() {
    return new CaptureTab(20, "hosts", "Hosts");
  }

  @GetMapping
  @Requires(Permission.VISIT)
  Reply list(Caller caller, @PathVariable UUID id, @RequestParam(defaultValue = "") String q) {
    Opened opened = captures.open(caller, id);
    FilterBar bar = FilterBar.read(opened.path(), opened.path() + "/hosts", q);
    List<Host> hosts =
        bar.fault().isPresent()
            ? List.of()
            : flows.hosts(opened.flows(), bar.filter(), 0, HostsPage.ROWS + 1);
    List<Host> shown = hosts.stream().limit(HostsPage.ROWS).toList();
    captures.read(caller, opened, "host.list", bar, shown.size());
    return new HostsPage(
        heads.of(opened.capture(), caller),
        bar,
        shown,
        hosts.size() > HostsPage.ROWS,
        evidence.read(opened.analysis().document()));
  }

  @GetMapping("/{ip}")
  @Requires(Permission.VISIT)
  Reply host(Caller caller, @PathVariable UUID id, @PathVariable String ip) {
    Opened opened = captures.open(caller, id);
    String address = address(ip);
    Host host =
        flows
            .host(opened.flows(), address)
            .orElseThrow(() -> ProblemException.notFound("host of that address in this capture"));
    captures.read(caller, opened, "host.read", address, 1);
    Filter filter = Filter.parse("host == " + address);
    FilterBar bar = FilterBar.read(opened.path(), opened.path() + "/flows", filter.text());
    return new HostPage(
        heads.of(opened.capture(), caller),
        bar,
        host,
        evidence.read(opened.analysis().document()),
        flows.traffic(opened.flows(), filter),
        flows.names(opened.flows(), filter, NAMES),
        alerts.pages(opened.capture().id()));
  }

  /// As flows spell it.
  static String address(String ip) {
    try {
      return IpAddress.parse(ip).toString();
    } catch (IllegalArgumentException none) {
      throw ProblemException.notFound("host of that address in this capture");
    }
  }
}
