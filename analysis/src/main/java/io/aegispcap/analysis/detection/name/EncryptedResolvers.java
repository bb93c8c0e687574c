package io.aegispcap.analysis.detection.name;

import java.util.Locale;
import java.util.Set;

/// Names of public resolvers that answer over TLS and HTTPS. Source: their operators'
/// documentation, and the list in curl's wiki, "DNS over HTTPS", publicly available servers.
final class EncryptedResolvers {
  private static final Set<String> NAMES =
      Set.of(
          "dns.google",
          "dns.google.com",
          "dns64.dns.google",
          "8888.google",
          "cloudflare-dns.com",
          "mozilla.cloudflare-dns.com",
          "chrome.cloudflare-dns.com",
          "security.cloudflare-dns.com",
          "family.cloudflare-dns.com",
          "1dot1dot1dot1.cloudflare-dns.com",
          "one.one.one.one",
          "dns.quad9.net",
          "dns9.quad9.net",
          "dns10.quad9.net",
          "dns11.quad9.net",
          "dns12.quad9.net",
          "doh.opendns.com",
          "dns.opendns.com",
          "doh.familyshield.opendns.com",
          "doh.umbrella.com",
          "dns.adguard.com",
          "dns.adguard-dns.com",
          "dns-family.adguard.com",
          "family.adguard-dns.com",
          "unfiltered.adguard-dns.com",
          "doh.cleanbrowsing.org",
          "dns.nextdns.io",
          "firefox.dns.nextdns.io",
          "chromium.dns.nextdns.io",
          "freedns.controld.com",
          "dns.controld.com",
          "doh.mullvad.net",
          "dns.mullvad.net",
          "doh.dns.sb",
          "dns.sb",
          "dns.alidns.com",
          "doh.pub",
          "dns.pub",
          "doh.360.cn",
          "dns.twnic.tw",
          "dns.hinet.net",
          "public.dns.iij.jp",
          "doh.tiar.app",
          "jp.tiar.app",
          "ordns.he.net",
          "odvr.nic.cz",
          "doh.libredns.gr",
          "doh.applied-privacy.net",
          "doh.ffmuc.net",
          "dns.switch.ch",
          "dns.digitale-gesellschaft.ch",
          "dns0.eu",
          "zero.dns0.eu",
          "doh.xfinity.com",
          "dns.comss.one",
          "doh.crypto.sx",
          "commons.host",
          "doh.powerdns.org",
          "dns.rubyfish.cn",
          "dns.containerpi.com",
          "doh.li",
          "doh.securedns.eu");

  private EncryptedResolvers() {}

  static boolean contains(String serverName) {
    String name = serverName.toLowerCase(Locale.ROOT);
    return NAMES.contains(name) || name.endsWith(".dns.nextdns.io");
  }
}
