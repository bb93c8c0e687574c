package io.aegispcap.stix.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryTests {

  @Test
  void knowsWhatIanaHasRegistered() {
    assertThat(List.of("application/pdf", "image/jpeg", "haptics/ivs", "text/example"))
        .allMatch(Registry.mediaTypes()::has);
    assertThat(List.of("octetDeltaCount", "VRFname", "basicList", "pathDelaySumDeltaMicroseconds"))
        .allMatch(Registry.ipfixElements()::has);
    assertThat(List.of("http", "https", "domain", "stun", "ipv4", "ipv6", "tcp", "udp", "icmp"))
        .allMatch(Registry.protocols()::has);
  }

  @Test
  void knowsNamesOfServicesInLowerCaseToo() {
    assertThat(List.of("EtherNet-IP-1", "ethernet-ip-1")).allMatch(Registry.protocols()::has);
    assertThat(Registry.protocols().has("ETHERNET-IP-1")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "octetdeltacount, octetDeltaCount",
    "octetDeltaCounts, octetDeltaCount",
    "octetDelaCount, octetDeltaCount",
    "octetDeltaCuont, octetDeltaCount",
    "octetDeltaKount, octetDeltaCount"
  })
  void findsWhatWasMeant(String written, String meant) {
    assertThat(Registry.ipfixElements().meant(written)).contains(meant);
  }

  @Test
  void guessesNothingFarFromAllNames() {
    assertThat(Registry.ipfixElements().meant("octetDeltaCuonts")).isEmpty();
    assertThat(Registry.protocols().meant("tc")).isEmpty();
    assertThat(Registry.mediaTypes().meant("")).isEmpty();
  }

  @Test
  void knowsEachLanguageAndCountryOfJava() {
    assertThat(Arrays.asList(Locale.getISOLanguages()))
        .allMatch(LanguageSubtag.LANGUAGE::isRegistered);
    assertThat(Arrays.asList(Locale.getISOCountries()))
        .allMatch(LanguageSubtag.REGION::isRegistered);
  }

  @Test
  void knowsEachKindOfSubtagAndRangesOfThem() {
    assertThat(LanguageSubtag.LANGUAGE.isRegistered("qcx")).isTrue();
    assertThat(LanguageSubtag.EXTLANG.isRegistered("zh-yue")).isTrue();
    assertThat(LanguageSubtag.SCRIPT.isRegistered("Qabx")).isTrue();
    assertThat(LanguageSubtag.SCRIPT.isRegistered("Qaby")).isFalse();
    assertThat(LanguageSubtag.REGION.isRegistered("419")).isTrue();
    assertThat(LanguageSubtag.VARIANT.isRegistered("1996")).isTrue();
    assertThat(LanguageSubtag.GRANDFATHERED.isRegistered("I-Klingon")).isTrue();
    assertThat(LanguageSubtag.GRANDFATHERED.isRegistered("en-GB")).isFalse();
  }
}
