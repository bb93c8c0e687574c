package io.aegispcap.capture.protocol.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.capture.protocol.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// JA3 and JA4 against the examples that their authors publish.
class FingerprintTests {
  private static final int[] CHROME_CIPHERS = {
    0x1301, 0x1302, 0x1303, 0xc02b, 0xc02f, 0xc02c, 0xc030, 0xcca9, 0xcca8, 0xc013, 0xc014, 0x009c,
    0x009d, 0x002f, 0x0035
  };
  private static final int[] CHROME_SIGNATURES = {
    0x0403, 0x0804, 0x0401, 0x0503, 0x0805, 0x0501, 0x0806, 0x0601
  };

  @Test
  void ja3OfItsReadmeIsFound() {
    ClientHello hello =
        parse(
            new HelloBuilder()
                .version(769)
                .ciphers(47, 53, 5, 10, 49161, 49162, 49171, 49172, 50, 56, 19, 4)
                .serverName("example.com")
                .groups(23, 24, 25)
                .pointFormats(0));
    assertThat(Ja3.text(hello))
        .isEqualTo("769,47-53-5-10-49161-49162-49171-49172-50-56-19-4,0-10-11,23-24-25,0");
    assertThat(hello.ja3()).isEqualTo("ada70206e40642a3e4461f35503241d5");
  }

  @Test
  void ja3WithoutExtensionsLeavesFieldsEmpty() {
    ClientHello hello =
        parse(new HelloBuilder().version(769).ciphers(4, 5, 10, 9, 100, 98, 3, 6, 19, 18, 99));
    assertThat(Ja3.text(hello)).isEqualTo("769,4-5-10-9-100-98-3-6-19-18-99,,,");
    assertThat(hello.ja3()).isEqualTo("de350869b8c85de67a350c8d186f11e6");
  }

  @Test
  void ja3IgnoresGrease() {
    ClientHello hello =
        parse(
            new HelloBuilder()
                .version(769)
                .ciphers(0x0a0a, 4, 0xfafa)
                .extension(0x1a1a, new byte[0])
                .groups(0x2a2a, 23)
                .pointFormats(0));
    assertThat(Ja3.text(hello)).isEqualTo("769,4,10-11,23,0");
  }

  @Test
  void ja4OfItsSpecificationIsFound() {
    assertThat(parse(chrome(true)).ja4('t')).isEqualTo("t13d1516h2_8daaf6152771_e5627efa2ab1");
  }

  @Test
  void ja4WithoutSignatureAlgorithmsEndsWithoutUnderscore() {
    assertThat(parse(chrome(false)).ja4('t')).isEqualTo("t13d1516h2_8daaf6152771_6d807ffa2a79");
  }

  @Test
  void ja4NamesItsTransport() {
    assertThat(parse(chrome(true)).ja4('q')).startsWith("q13d1516h2_");
  }

  @Test
  void ja4OfNothingIsZeros() {
    assertThat(parse(new HelloBuilder().ciphers().version(0x0300)).ja4('t'))
        .isEqualTo("ts3i000000_000000000000_000000000000");
  }

  @Test
  void ja4CountsNoFurtherThan99() {
    int[] ciphers = new int[120];
    for (int i = 0; i < ciphers.length; i++) {
      ciphers[i] = i;
    }
    assertThat(parse(new HelloBuilder().ciphers(ciphers)).ja4('t')).startsWith("t12i9900");
  }

  @ParameterizedTest
  @CsvSource({
    "ab, ab",
    "abcd, ad",
    "30ab, 3b",
    "3031abcd, 3d",
    "30abcd31, 01",
    "6832, h2",
    "687474702f312e31, h1",
    "61, aa",
    "'', 00"
  })
  void ja4ShowsTheEndsOfTheFirstApplicationProtocol(String hex, String shown) {
    ClientHello hello = parse(new HelloBuilder().alpn(HexFormat.of().parseHex(hex)));
    assertThat(hello.ja4('t').substring(8, 10)).isEqualTo(shown);
  }

  @Test
  void serverNameOutsideAsciiIsEscaped() {
    ClientHello hello = parse(new HelloBuilder().serverName("a\\b\u00e9\n.example"));
    assertThat(hello.serverName()).contains("a\\x5cb\\xe9\\x0a.example");
  }

  private static HelloBuilder chrome(boolean withSignatures) {
    int[] types = {
      0x001b, 0, 0x0033, 0x0010, 0x4469, 0x0017, 0x002d, 0x000d, 5, 0x0023, 0x0012, 0x002b, 0xff01,
      0x000b, 0x000a, 0x0015
    };
    int[] ciphers = new int[CHROME_CIPHERS.length + 1];
    ciphers[0] = 0x2a2a;
    System.arraycopy(CHROME_CIPHERS, 0, ciphers, 1, CHROME_CIPHERS.length);
    HelloBuilder hello = new HelloBuilder().ciphers(ciphers).extension(0x3a3a, new byte[0]);
    for (int type : types) {
      switch (type) {
        case 0 -> hello.serverName("example.com");
        case 0x10 -> hello.alpn(ascii("h2"), ascii("http/1.1"));
        case 0x0d -> hello.signatures(withSignatures ? CHROME_SIGNATURES : new int[0]);
        case 0x2b -> hello.supportedVersions(0x4a4a, 0x0304, 0x0303);
        case 0x0a -> hello.groups(0x5a5a, 29, 23, 24);
        case 0x0b -> hello.pointFormats(0);
        default -> hello.extension(type, new byte[0]);
      }
    }
    return hello;
  }

  private static ClientHello parse(HelloBuilder hello) {
    return ClientHello.parse(Bytes.of(hello.clientBody()));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
