package io.aegispcap.examples.dohuse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.aegispcap.plugin.*;
import io.aegispcap.testkit.plugin.PluginTrial;
import java.util.*;
import org.junit.jupiter.api.Test;

class DohUseTests {
  private static Flow.Builder flow(int port) {
    return new Flow.Builder(port).source("10.0.0.7", 40_000).destination("9.9.9.9", port).facts(List.of());
  }

  @Test
  void knowsAResolverByItsName() {
    Flow doh =
        flow(443).facts(List.of(new Fact("tls", Map.of("tls.client.server_name", "DNS.Quad9.net")))).build();

    List<Finding> findings = new PluginTrial().run(new DohUse(), List.of(doh)).findings();

    assertEquals("10.0.0.7 asks dns.quad9.net for names over TLS, 1 times", findings.getFirst().sentence());
  }

  @Test
  void knowsDnsOverTlsByItsPortOnceItAnswers() {
    Flow silent = flow(853).build();
    Flow answered = flow(853).backward(4, 900).build();

    assertEquals(0, new PluginTrial().run(new DohUse(), List.of(silent)).findings().size());
    assertEquals(1, new PluginTrial().run(new DohUse(), List.of(answered)).findings().size());
  }

  @Test
  void leavesTheWebAlone() {
    Flow web =
        flow(443).facts(List.of(new Fact("tls", Map.of("tls.client.server_name", "example.org")))).build();

    assertEquals(List.of(), new PluginTrial().run(new DohUse(), List.of(web)).findings());
  }
}
