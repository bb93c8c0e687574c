package io.aegispcap.analysis.detection.scan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PortSetTests {

  @Test
  void countsEveryPortOnce() {
    PortSet ports = new PortSet();
    for (int round = 0; round < 2; round++) {
      for (int port = 65_535; port >= 0; port--) {
        assertThat(ports.add(port)).isEqualTo(round == 0);
      }
    }
    assertThat(ports.size()).isEqualTo(65_536);
    ports.clear();
    assertThat(ports.size()).isZero();
    assertThat(ports.add(0)).isTrue();
  }
}
