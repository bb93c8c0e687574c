package io.aegispcap.examples.tlsclientoutliers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.aegispcap.plugin.*;
import io.aegispcap.testkit.plugin.PluginTrial;
import java.util.*;
import org.junit.jupiter.api.Test;

class TlsClientOutliersTests {
  private static Flow tls(int number, String host, String print) {
    return new Flow.Builder(number)
        .source(host, 50_000)
        .destination("192.0.2.1", 443)
        .facts(List.of(new Fact("tls", Map.of("tls.client.ja4", print))))
        .build();
  }

  private static List<Flow> office() {
    List<Flow> flows = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      flows.add(tls(i, "10.0.0." + i % 6, "t13d1516h2_8daaf6152771_02713d6af862"));
    }
    flows.add(tls(60, "10.0.0.3", "t12i1909h1_d83cc789557e_7af1ed941c26"));
    return flows;
  }

  @Test
  void findsTheOneThatSpeaksAlone() {
    List<Finding> findings = new PluginTrial().run(new TlsClientOutliers(), office()).findings();

    assertEquals(1, findings.size());
    assertEquals("10.0.0.3", findings.getFirst().subject());
  }

  @Test
  void saysNothingWhereFewAreClients() {
    PluginTrial trial = new PluginTrial().setting("minHosts", "7");

    assertEquals(List.of(), trial.run(new TlsClientOutliers(), office()).findings());
  }
}
