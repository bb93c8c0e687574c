package io.aegispcap.capture.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinkTypeTests {
  @Test
  void namesLinkTypes() {
    assertThat(LinkType.name(LinkType.ETHERNET)).isEqualTo("ETHERNET");
    assertThat(LinkType.name(276)).isEqualTo("LINUX_SLL2");
    assertThat(LinkType.name(9999)).isEqualTo("link type 9999");
  }
}
