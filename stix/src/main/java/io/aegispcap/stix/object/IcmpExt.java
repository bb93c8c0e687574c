package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;

/// `icmp-ext`, section 6.12.3 of STIX 2.1.
public record IcmpExt(JsonObject json) implements PredefinedExtension {

  public static IcmpExt of(byte[] icmpTypeHex, byte[] icmpCodeHex) {
    return new IcmpExt(
        JsonObject.EMPTY
            .with("icmp_type_hex", Encoded.hex(icmpTypeHex))
            .with("icmp_code_hex", Encoded.hex(icmpCodeHex)));
  }

  public byte[] icmpTypeHex() {
    return View.needed(json, "icmp_type_hex", View.hex(json, "icmp_type_hex"));
  }

  public IcmpExt withIcmpTypeHex(byte[] icmpTypeHex) {
    return with("icmp_type_hex", Encoded.hex(icmpTypeHex));
  }

  public byte[] icmpCodeHex() {
    return View.needed(json, "icmp_code_hex", View.hex(json, "icmp_code_hex"));
  }

  public IcmpExt withIcmpCodeHex(byte[] icmpCodeHex) {
    return with("icmp_code_hex", Encoded.hex(icmpCodeHex));
  }

  public IcmpExt with(String property, JsonValue value) {
    return new IcmpExt(json.with(property, value));
  }

  @Override
  public String key() {
    return "icmp-ext";
  }
}
