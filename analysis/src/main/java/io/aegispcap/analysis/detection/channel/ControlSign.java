package io.aegispcap.analysis.detection.channel;

/// What speaks for a program that is controlled by a TLS server, and how much.
enum ControlSign {
  /// Nobody but itself vouches for the certificate.
  SELF_SIGNED(2, "a certificate that only it vouches for"),
  /// The certificate has no alternative names, which public authorities must give.
  NAMELESS_CERTIFICATE(1, "a certificate without names"),
  /// The certificate is valid for over ten years, or was not valid then.
  ODD_VALIDITY(1, "a certificate of odd validity"),
  /// The client asked for no name, which browsers always do.
  NO_NAME(1, "no name asked for"),
  /// The client looks names up, but no answer gave this address.
  NOT_LOOKED_UP(1, "an address that was never looked up"),
  /// The client looks names up, but never the one it asked the server for.
  FALSE_NAME(1, "a name that was never looked up"),
  /// The client's hello (JA4) is that of this pair alone.
  RARE_HELLO(1, "a hello that nobody else sends"),
  /// Another port than those registered for TLS.
  ODD_PORT(1, "an odd port"),
  /// Connections at regular times.
  REGULAR(2, "regular times"),
  /// Little is exchanged, and the client says as much as it hears.
  EVEN(1, "little said, as much there as back");

  final int weight;
  final String words;

  ControlSign(int weight, String words) {
    this.weight = weight;
    this.words = words;
  }
}
