package io.aegispcap.analysis.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.Corpus;
import io.aegispcap.capture.packet.IpAddress;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Vectors: github.com/corelight/community-id-spec, folder baseline.
class CommunityIdTests {
  private static FlowKey key(String source, int from, String destination, int to, int protocol) {
    return new FlowKey(
        IpAddress.parse(source), IpAddress.parse(destination), from, to, protocol, -1);
  }

  @ParameterizedTest
  @CsvSource({
    "fe80::200:86ff:fe05:80da, 135, fe80::260:97ff:fe07:69ea, 136, 58, 1:dGHyGvjMfljg6Bppwm3bg0LO8TY=, 1:kHa1FhMYIT6Ym2Vm2AOtoOARDzY=",
    "fe80::260:97ff:fe07:69ea, 136, fe80::200:86ff:fe05:80da, 135, 58, 1:dGHyGvjMfljg6Bppwm3bg0LO8TY=, 1:kHa1FhMYIT6Ym2Vm2AOtoOARDzY=",
    "192.168.0.89, 8, 192.168.0.1, 0, 1, 1:X0snYXpgwiv9TZtqg64sgzUn6Dk=, 1:03g6IloqVBdcZlPyX8r0hgoE7kA=",
    "192.168.0.1, 0, 192.168.0.89, 8, 1, 1:X0snYXpgwiv9TZtqg64sgzUn6Dk=, 1:03g6IloqVBdcZlPyX8r0hgoE7kA=",
    "2001:470:e5bf:dead:4957:2174:e82c:4887, 63943, 2607:f8b0:400c:c03::1a, 25, 6, 1:/qFaeAR+gFe1KYjMzVDsMv+wgU4=, 1:eJYTW6AOzFLlSUoESovMjnu7rMw=",
    "192.168.170.8, 7, 192.168.170.56, 7, 132, 1:MP2EtRCAUIZvTw6MxJHLV7N7JDs=, 1:5w3ZRjeKBzqT3zsaEECDGjUbYeg=",
    "192.168.1.52, 54585, 8.8.8.8, 53, 17, 1:d/FP5EW3wiY1vCndhwleRRKHowQ=, 1:Q9We8WO3piVF8yEQBNJF4uiSVrI=",
    "10.1.12.1, 0, 10.1.12.2, 0, 46, 1:KHlLkgoJW7ifUTyTSgyVfkFHzKw=, 1:rYir8gphR31noO9iDRQmF/BteEI="
  })
  void givesThePublishedIds(
      String source, int from, String destination, int to, int protocol, String id, String seed1) {
    FlowKey key = key(source, from, destination, to, protocol);

    assertThat(new CommunityId().of(key)).isEqualTo(id).hasSize(CommunityId.LENGTH);
    assertThat(new CommunityId(1).of(key)).isEqualTo(seed1);
    assertThat(key.communityId()).isEqualTo(id);
  }

  @Test
  void givesBothDirectionsTheSameId() {
    assertThat(key("10.0.0.1", 80, "10.0.0.2", 1024, 6).communityId())
        .isEqualTo(key("10.0.0.2", 1024, "10.0.0.1", 80, 6).communityId());
  }

  @Test
  void givesAllBaselineIds() throws IOException {
    Path folder = Corpus.decode("community-id-spec").resolve("baseline");
    assertThat(compared(folder.resolve("baseline_deflt.json"), 0)).isEqualTo(23);
    assertThat(compared(folder.resolve("baseline_seed1.json"), 1)).isEqualTo(23);
  }

  private static int compared(Path baseline, int seed) {
    CommunityId ids = new CommunityId(seed);
    int count = 0;
    for (JsonNode row : new ObjectMapper().readTree(baseline)) {
      FlowKey key =
          key(
              row.path("saddr").asString(),
              row.path("sport").asInt(0),
              row.path("daddr").asString(),
              row.path("dport").asInt(0),
              row.path("proto").asInt());
      assertThat(ids.of(key)).as(row.toString()).isEqualTo(row.path("communityid").asString());
      count++;
    }
    return count;
  }
}
