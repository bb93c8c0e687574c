package io.aegispcap.capture.protocol.tls;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.MalformedMessageException;
import io.aegispcap.capture.protocol.asn1.DerReader;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// X.500 names as RFC 4514 text, the last part first. Common attribute types beyond that RFC's own
/// are named as OpenSSL does.
final class DistinguishedName {
  private static final int MAX_PARTS = 256;

  private DistinguishedName() {}

  /// @param whole the name with its tag and length
  static String read(Bytes whole) {
    DerReader parts = new DerReader(whole).in(DerReader.SEQUENCE);
    List<String> texts = new ArrayList<>();
    while (parts.hasMore()) {
      if (texts.size() == MAX_PARTS) {
        throw new MalformedMessageException("certificate: name of too many parts");
      }
      texts.add(part(parts.in(DerReader.SET)));
    }
    return String.join(",", texts.reversed());
  }

  private static String part(DerReader attributes) {
    StringBuilder text = new StringBuilder();
    while (attributes.hasMore()) {
      text.append(text.isEmpty() ? "" : "+");
      appendAttribute(text, attributes.in(DerReader.SEQUENCE));
    }
    return text.toString();
  }

  private static void appendAttribute(StringBuilder text, DerReader attribute) {
    Bytes identifier = attribute.value(DerReader.OBJECT_IDENTIFIER);
    String name = isCommon(identifier) ? common(identifier.u8(2)) : "";
    if (name.isEmpty()) {
      name = other(ObjectIdentifier.read(identifier));
    }
    int tag = attribute.peek();
    Bytes whole = attribute.whole();
    text.append(name).append('=');
    if (Character.isDigit(name.charAt(0)) || !DerText.isText(tag)) {
      text.append('#').append(HexFormat.of().formatHex(whole.copy(0, whole.length())));
    } else {
      appendEscaped(text, DerText.read(tag, new DerReader(whole).value()));
    }
  }

  private static void appendEscaped(StringBuilder text, String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean edge = i == 0 || i == value.length() - 1;
      if (c < ' ' || c == 0x7f) {
        text.append('\\').append(HexFormat.of().toHexDigits((byte) c));
      } else if ("\"+,;<>\\".indexOf(c) >= 0 || (c == ' ' && edge) || (c == '#' && i == 0)) {
        text.append('\\').append(c);
      } else {
        text.append(c);
      }
    }
  }

  /// Whether it is 2.5.4.x, as most are: those are told by one byte, without making text of them.
  private static boolean isCommon(Bytes identifier) {
    return identifier.length() == 3 && identifier.u16(0) == 0x5504;
  }

  private static String common(int last) {
    return switch (last) {
      case 3 -> "CN";
      case 4 -> "SN";
      case 5 -> "serialNumber";
      case 6 -> "C";
      case 7 -> "L";
      case 8 -> "ST";
      case 9 -> "STREET";
      case 10 -> "O";
      case 11 -> "OU";
      case 12 -> "title";
      case 13 -> "description";
      case 15 -> "businessCategory";
      case 17 -> "postalCode";
      case 41 -> "name";
      case 42 -> "GN";
      case 46 -> "dnQualifier";
      case 97 -> "organizationIdentifier";
      default -> "";
    };
  }

  private static String other(String type) {
    return switch (type) {
      case "1.2.840.113549.1.9.1" -> "emailAddress";
      case "1.2.840.113549.1.9.2" -> "unstructuredName";
      case "0.9.2342.19200300.100.1.1" -> "UID";
      case "0.9.2342.19200300.100.1.25" -> "DC";
      case "1.3.6.1.4.1.311.60.2.1.1" -> "jurisdictionL";
      case "1.3.6.1.4.1.311.60.2.1.2" -> "jurisdictionST";
      case "1.3.6.1.4.1.311.60.2.1.3" -> "jurisdictionC";
      default -> type;
    };
  }
}
