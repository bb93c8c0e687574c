package io.aegispcap.analysis.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import io.aegispcap.analysis.feature.FeatureSchema;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.capture.packet.IpAddress;
import io.aegispcap.plugin.Capability;
import io.aegispcap.plugin.Fact;
import io.aegispcap.plugin.Flow;
import io.aegispcap.plugin.NotGrantedException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A plugin sees what it was granted, as the host holds it, and nothing else.
@Tag("P5")
class GrantsTests {
  private static final List<Capability.Kind> READS =
      List.of(
          Capability.Kind.READ_FLOWS,
          Capability.Kind.READ_ADDRESSES,
          Capability.Kind.READ_NAMES,
          Capability.Kind.READ_FEATURES,
          Capability.Kind.READ_PREDICTIONS,
          Capability.Kind.READ_PAYLOAD_FACTS);

  private static SeenFlow seen(int host) {
    double[] features = new double[FeatureSchema.V1.size()];
    features[3] = host;
    return new SeenFlow(
        host,
        new FlowKey(IpAddress.v4(host), IpAddress.parse("2001:db8::1"), 1000, 53, 17, -1),
        "dns",
        "SF",
        1,
        2,
        new long[] {1, 60, 1, 80},
        features,
        List.of(
            new SeenFlow.Said(
                "dns",
                Map.of(
                    "dns.question.name", "secret.example.org",
                    "dns.question.type", "A",
                    "dns.answers.data", "192.0.2.7"))));
  }

  @Test
  void showsWhatWasGrantedAndNothingElse() {
    qt().withExamples(1000)
        .forAll(integers().between(0, 63), integers().all())
        .checkAssert(
            (grants, host) -> {
              Set<Capability> granted = new HashSet<>();
              for (int i = 0; i < READS.size(); i++) {
                if ((grants >> i & 1) == 1) {
                  granted.add(Capability.of(READS.get(i)));
                }
              }
              check(seen(host), granted);
            });
  }

  private static void check(SeenFlow seen, Set<Capability> granted) {
    Flow flow = seen.shown(granted, new Pseudonyms());
    boolean addresses = granted.contains(Capability.of(Capability.Kind.READ_ADDRESSES));
    if (addresses) {
      assertThat(flow.source()).isEqualTo(seen.key().source().toString());
      assertThat(flow.communityId()).isEqualTo(seen.key().communityId());
    } else {
      assertThat(flow.source()).isEqualTo("host-1");
      assertThat(flow.destination()).isEqualTo("host-2");
      denied(flow::communityId, Capability.Kind.READ_ADDRESSES);
    }
    if (granted.contains(Capability.of(Capability.Kind.READ_FEATURES))) {
      assertThat(flow.features()).isEqualTo(seen.features());
    } else {
      denied(flow::features, Capability.Kind.READ_FEATURES);
    }
    if (!granted.contains(Capability.of(Capability.Kind.READ_PREDICTIONS))) {
      denied(flow::predictions, Capability.Kind.READ_PREDICTIONS);
    }
    boolean names = granted.contains(Capability.of(Capability.Kind.READ_NAMES));
    boolean plain = granted.contains(Capability.of(Capability.Kind.READ_PAYLOAD_FACTS));
    if (!names && !plain) {
      denied(flow::facts, Capability.Kind.READ_PAYLOAD_FACTS);
      return;
    }
    Fact fact = flow.facts().getFirst();
    assertThat(fact.field("dns.question.name").isPresent()).isEqualTo(names);
    assertThat(fact.field("dns.question.type").isPresent()).isEqualTo(plain);
    assertThat(fact.field("dns.answers.data").isPresent()).isEqualTo(names && addresses);
  }

  private static void denied(Runnable access, Capability.Kind kind) {
    assertThatThrownBy(access::run)
        .isInstanceOf(NotGrantedException.class)
        .hasMessageContaining(kind.label());
  }

  @Test
  void putsAddressesBackIntoWhatAPluginSays() {
    Pseudonyms pseudonyms = new Pseudonyms();
    String first = pseudonyms.of(IpAddress.parse("10.0.0.1"));
    String second = pseudonyms.of(IpAddress.parse("10.0.0.2"));

    assertThat(pseudonyms.resolve(first + " scanned " + second + " and host-99, host-x"))
        .isEqualTo("10.0.0.1 scanned 10.0.0.2 and host-99, host-x");
  }
}
