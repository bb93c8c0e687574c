package io.aegispcap.platform.captures.search;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.captures.flows.SeenHost;
import io.aegispcap.platform.captures.flows.filter.Completion;
import io.aegispcap.platform.captures.library.Audience;
import io.aegispcap.platform.web.Icon;
import io.aegispcap.platform.web.SearchSource;
import io.aegispcap.platform.web.SearchText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Finds hosts in captures: addresses have a page, names lead to their flows.
@Component
@Order(30)
class HostFinder implements SearchSource {
  private final Findings findings;

  HostFinder(Findings findings) {
    this.findings = findings;
  }

  @Override
  public String kind() {
    return "hosts";
  }

  @Override
  public String heading() {
    return "Hosts";
  }

  @Override
  public List<Hit> find(SearchText wanted, Caller caller, int most) {
    return findings.hosts(wanted, Audience.of(caller), most).stream().map(HostFinder::hit).toList();
  }

  private static Hit hit(Findings.InCapture found) {
    SeenHost host = found.host();
    String capture = "/captures/" + found.capture();
    return new Hit(
        Icon.CHIP,
        host.host(),
        String.format(
            Locale.ROOT,
            "%,d %s in %s",
            host.flows(),
            host.flows() == 1 ? "flow" : "flows",
            found.captureName()),
        host.address()
            ? capture + "/hosts/" + host.host()
            : capture + "/flows?q=" + encoded("name == " + Completion.spelled(host.host())));
  }

  private static String encoded(String filter) {
    return URLEncoder.encode(filter, StandardCharsets.UTF_8);
  }

  /// Hosts are listed by capture alone.
  @Override
  public Optional<String> all(SearchText wanted) {
    return Optional.empty();
  }
}
