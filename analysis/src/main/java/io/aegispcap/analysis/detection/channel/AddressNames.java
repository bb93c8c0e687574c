package io.aegispcap.analysis.detection.channel;

import io.aegispcap.analysis.detection.RegisteredDomain;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.capture.packet.IpAddress;
import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.dns.DnsAnswer;
import io.aegispcap.capture.protocol.dns.DnsExchange;
import io.aegispcap.capture.protocol.http.HttpExchange;
import io.aegispcap.capture.protocol.quic.QuicInitial;
import io.aegispcap.capture.protocol.tls.TlsHandshake;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// By which names addresses were looked up and spoken to, as far as the capture shows; the last one
/// counts. At most [#MOST] addresses are known at a time.
final class AddressNames {
  static final int MOST = 65_536;

  /// Registered domains of services that software asks in a rhythm by design: updates, time, tests
  /// of connectivity. They are named in their makers' documentation.
  private static final Set<String> RHYTHMIC =
      Set.of(
          "windowsupdate.com",
          "microsoft.com",
          "msftconnecttest.com",
          "msftncsi.com",
          "windows.com",
          "office.com",
          "live.com",
          "skype.com",
          "apple.com",
          "icloud.com",
          "gstatic.com",
          "google.com",
          "googleapis.com",
          "android.com",
          "mozilla.com",
          "mozilla.org",
          "firefox.com",
          "ubuntu.com",
          "debian.org",
          "fedoraproject.org",
          "ntp.org",
          "digicert.com",
          "lencr.org",
          "amazon.com",
          "dropbox.com",
          "spotify.com",
          "whatsapp.net",
          "facebook.com",
          "slack.com",
          "zoom.us",
          "teamviewer.com",
          "adobe.com");

  private final Map<String, String> names =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > MOST;
        }
      };

  void fact(FlowKey key, Fact fact) {
    switch (fact) {
      case DnsExchange dns -> answers(dns);
      case TlsHandshake tls -> tls.serverName().ifPresent(name -> put(key.destination(), name));
      case QuicInitial quic -> quic.serverName().ifPresent(name -> put(key.destination(), name));
      case HttpExchange http -> host(key, http);
      default -> {}
    }
  }

  private void answers(DnsExchange dns) {
    for (DnsAnswer answer : dns.answers()) {
      if (answer.type().equals("A") || answer.type().equals("AAAA")) {
        names.put(answer.data(), dns.name());
      }
    }
  }

  private void host(FlowKey key, HttpExchange http) {
    if (!http.host().isEmpty() && Character.isLetter(http.host().charAt(0))) {
      put(key.destination(), http.host());
    }
  }

  private void put(IpAddress address, String name) {
    names.put(address.toString(), name);
  }

  Optional<String> of(IpAddress address) {
    return Optional.ofNullable(names.get(address.toString()));
  }

  /// Whether a name is below the domain of a service that is asked in a rhythm by design.
  static boolean rhythmic(String name) {
    return RHYTHMIC.contains(RegisteredDomain.of(name.toLowerCase(Locale.ROOT)));
  }
}
