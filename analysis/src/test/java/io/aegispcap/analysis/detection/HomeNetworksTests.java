package io.aegispcap.analysis.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aegispcap.capture.packet.IpAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class HomeNetworksTests {
  private static boolean inside(HomeNetworks home, String address) {
    return home.inside(IpAddress.parse(address));
  }

  @Test
  void takesPrivateAndLinkLocalAddressesForInside() {
    HomeNetworks home = HomeNetworks.usual();
    for (String address :
        new String[] {
          "10.1.2.3",
          "172.16.0.1",
          "172.31.255.255",
          "192.168.9.9",
          "169.254.3.4",
          "fd00::1",
          "fe80::1"
        }) {
      assertThat(inside(home, address)).as(address).isTrue();
    }
    for (String address :
        new String[] {
          "11.0.0.1", "172.32.0.1", "172.15.255.255", "8.8.8.8", "2001:db8::1", "::a00:1"
        }) {
      assertThat(inside(home, address)).as(address).isFalse();
    }
  }

  @Test
  void takesBlocksAtAnyBit() {
    HomeNetworks home =
        HomeNetworks.of(List.of("198.51.100.128/25", "2001:db8:8000::/33", "9.9.9.9"));
    assertThat(inside(home, "198.51.100.128")).isTrue();
    assertThat(inside(home, "198.51.100.127")).isFalse();
    assertThat(inside(home, "2001:db8:ffff::1")).isTrue();
    assertThat(inside(home, "2001:db8:7fff::1")).isFalse();
    assertThat(inside(home, "9.9.9.9")).isTrue();
    assertThat(inside(home, "9.9.9.8")).isFalse();
    assertThat(inside(HomeNetworks.of(List.of("0.0.0.0/0")), "1.2.3.4")).isTrue();
    assertThat(inside(HomeNetworks.of(List.of("0.0.0.0/0")), "::1")).isFalse();
    assertThat(inside(HomeNetworks.of(List.of("::/0")), "2001:db8::1")).isTrue();
  }

  @Test
  void refusesWhatIsNoNetwork() {
    for (String text : new String[] {"10.0.0.0/33", "10.0.0.0/x", "10.0.0.0/", "ten", "::/129"}) {
      assertThatThrownBy(() -> HomeNetworks.of(List.of(text)))
          .as(text)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
