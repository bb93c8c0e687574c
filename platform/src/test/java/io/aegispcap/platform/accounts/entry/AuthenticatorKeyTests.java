package io.aegispcap.platform.accounts.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthenticatorKeyTests {
  private static final AuthenticatorKey KEY =
      new AuthenticatorKey("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

  /// The table of RFC 6238, appendix B, cut to six digits.
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void makesTheCodesOfRfc6238(long second, String code) {
    assertThat(KEY.codeAt(second / 30)).isEqualTo(code);
  }

  @Test
  void takesCodesOfAClockThatIsOffByHalfAMinute() {
    Instant now = Instant.ofEpochSecond(1_234_567_890);
    assertThat(KEY.step("005 924", now.plusSeconds(30))).hasValue(41_152_263);
    assertThat(KEY.step("005924", now.minusSeconds(30))).hasValue(41_152_263);
    assertThat(KEY.step("005924", now.plusSeconds(60))).isEmpty();
  }

  /// The examples of RFC 4648 do not have 20 bytes; this one was made with coreutils' base32.
  @Test
  void writesItselfAsBase32() {
    assertThat(KEY.text()).isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    assertThat(KEY.link("ada")).contains("secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
  }
}
