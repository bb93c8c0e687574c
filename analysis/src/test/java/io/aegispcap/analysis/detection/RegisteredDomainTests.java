package io.aegispcap.analysis.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.strings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisteredDomainTests {
  /// From the list's own test vectors and from each kind of rule.
  @ParameterizedTest
  @CsvSource({
    "example.com, example.com",
    "www.example.com, example.com",
    "a.b.c.example.co.uk, example.co.uk",
    "co.uk, co.uk",
    "com, com",
    "., .",
    "localhost, localhost",
    "b.example.unlisted-suffix, example.unlisted-suffix",
    "a.b.c.kobe.jp, b.c.kobe.jp",
    "city.kobe.jp, city.kobe.jp",
    "www.city.kobe.jp, city.kobe.jp",
    "www.ck, www.ck",
    "www.www.ck, www.ck",
    "test.ck, test.ck",
    "b.test.ck, b.test.ck",
    "a.b.test.ck, b.test.ck",
    "me.github.io, me.github.io",
    "deep.me.github.io, me.github.io",
    "www.xn--85x722f.xn--55qx5d.cn, xn--85x722f.xn--55qx5d.cn",
    "4.3.2.1.in-addr.arpa, 1.in-addr.arpa",
  })
  void findsTheRegisteredPart(String name, String registered) {
    assertThat(RegisteredDomain.of(name)).isEqualTo(registered);
  }

  @Test
  void keepsDotsWithinLabels() {
    assertThat(RegisteredDomain.of("x.a\\.com.example.org")).isEqualTo("example.org");
    assertThat(RegisteredDomain.of("x.a\\.b.org")).isEqualTo("a\\.b.org");
    assertThat(RegisteredDomain.of("x.a\\\\.org")).isEqualTo("a\\\\.org");
  }

  @Test
  void cutsTheSubdomainOff() {
    assertThat(RegisteredDomain.subdomain("a.b.example.org")).isEqualTo("a.b");
    assertThat(RegisteredDomain.subdomain("example.org")).isEmpty();
  }

  @Test
  void endsEveryNameThatItIsGiven() {
    qt().withExamples(1000)
        .forAll(strings().betweenCodePoints('-', 'z').ofLengthBetween(0, 60))
        .checkAssert(name -> assertThat(name).endsWith(RegisteredDomain.of(name)));
  }
}
