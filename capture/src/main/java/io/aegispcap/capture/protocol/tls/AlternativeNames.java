package io.aegispcap.capture.protocol.tls;

import io.aegispcap.capture.packet.IpAddress;
import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.asn1.DerReader;
import java.util.ArrayList;
import java.util.List;

/// The names of the subject alternative name extension (RFC 5280 4.2.1.6). Kinds that are rare in
/// server certificates are left out.
final class AlternativeNames {
  private static final int MAIL = 0x81;
  private static final int DNS = 0x82;
  private static final int DIRECTORY = 0xa4;
  private static final int URI = 0x86;
  private static final int ADDRESS = 0x87;
  private static final String EXTENSION = "2.5.29.17";

  private AlternativeNames() {}

  /// @param extensions the list of extensions
  static List<String> find(DerReader extensions) {
    while (extensions.hasMore()) {
      DerReader extension = extensions.in(DerReader.SEQUENCE);
      String type = ObjectIdentifier.read(extension.value(DerReader.OBJECT_IDENTIFIER));
      if (type.equals(EXTENSION)) {
        extension.skipIf(0x01);
        return read(extension.in(DerReader.OCTET_STRING).in(DerReader.SEQUENCE));
      }
    }
    return List.of();
  }

  private static List<String> read(DerReader names) {
    List<String> texts = new ArrayList<>();
    while (names.hasMore()) {
      int tag = names.peek();
      Bytes value = names.value();
      switch (tag) {
        case MAIL, DNS, URI -> texts.add(Escapes.text(value));
        case DIRECTORY -> texts.add(DistinguishedName.read(value));
        case ADDRESS -> texts.add(address(value));
        default -> {}
      }
    }
    return texts;
  }

  private static String address(Bytes value) {
    return switch (value.length()) {
      case 4 -> IpAddress.v4((int) value.u32(0)).toString();
      case 16 -> new IpAddress(value.u64(0), value.u64(8)).toString();
      default -> Escapes.text(value);
    };
  }
}
