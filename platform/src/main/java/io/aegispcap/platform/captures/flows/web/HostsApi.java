package io.aegispcap.platform.captures.flows.web;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.Requires;
import io.aegispcap.platform.captures.flows.Evidence;
import io.aegispcap.platform.captures.flows.EvidenceReader;
import io.aegispcap.platform.captures.flows.Flows;
import io.aegispcap.platform.captures.flows.Host;
import io.aegispcap.platform.captures.flows.web.CaptureFlows.Opened;
import io.aegispcap.platform.web.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The hosts of a capture, for programs.
@RestController
@RequestMapping("/api/v1/captures/{id}/hosts")
class HostsApi {
  private static final int MOST = 500;

  private final CaptureFlows captures;
  private final Flows flows;
  private final EvidenceReader evidence;

  HostsApi(CaptureFlows captures, Flows flows, EvidenceReader evidence) {
    this.captures = captures;
    this.flows = flows;
    this.evidence = evidence;
  }

  @GetMapping
  @Requires(Permission.VISIT)
  Wire.Items<Wire.SeenHost> list(
      Caller caller,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "100") int limit,
      @RequestParam(defaultValue = "") String cursor) {
    Opened opened = captures.open(caller, id);
    Evidence known = evidence.read(opened.analysis().document());
    long offset = Cursor.offset(cursor, opened.analysis().id());
    int wanted = Wanted.limit(limit, MOST);
    List<Host> hosts = flows.hosts(opened.flows(), Wanted.filter(q), offset, wanted + 1);
    Optional<String> next =
        hosts.size() > wanted
            ? Optional.of(new Cursor(opened.analysis().id(), offset + wanted).toString())
            : Optional.empty();
    List<Wire.SeenHost> shown =
        hosts.stream().limit(wanted).map(host -> seen(host, known)).toList();
    captures.read(caller, opened, "host.list", q, shown.size());
    return new Wire.Items<>(shown, next);
  }

  @GetMapping("/{ip}")
  @Requires(Permission.VISIT)
  Wire.SeenHost host(Caller caller, @PathVariable UUID id, @PathVariable String ip) {
    Opened opened = captures.open(caller, id);
    Evidence known = evidence.read(opened.analysis().document());
    String address = HostsController.address(ip);
    Wire.SeenHost host =
        flows
            .host(opened.flows(), address)
            .map(found -> seen(found, known))
            .orElseThrow(() -> ProblemException.notFound("host of that address in this capture"));
    captures.read(caller, opened, "host.read", address, 1);
    return host;
  }

  private static Wire.SeenHost seen(Host host, Evidence known) {
    return new Wire.SeenHost(
        host.ip(),
        known.isHome(host.ip()),
        host.role(),
        known.names(host.ip()).stream().map(Evidence.HostName::name).toList(),
        host.sent(),
        host.received(),
        host.packets(),
        host.opened(),
        host.answered(),
        host.peers(),
        host.firstSeen(),
        host.lastSeen(),
        host.services(),
        known.alerts(host.ip()).size());
  }
}
