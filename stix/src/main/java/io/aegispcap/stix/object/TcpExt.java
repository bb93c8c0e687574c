package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import java.util.Optional;

/// `tcp-ext`, section 6.12.5 of STIX 2.1.
public record TcpExt(JsonObject json) implements PredefinedExtension {

  public static TcpExt of() {
    return new TcpExt(JsonObject.EMPTY);
  }

  public Optional<byte[]> srcFlagsHex() {
    return View.hex(json, "src_flags_hex");
  }

  public TcpExt withSrcFlagsHex(byte[] srcFlagsHex) {
    return with("src_flags_hex", Encoded.hex(srcFlagsHex));
  }

  public Optional<byte[]> dstFlagsHex() {
    return View.hex(json, "dst_flags_hex");
  }

  public TcpExt withDstFlagsHex(byte[] dstFlagsHex) {
    return with("dst_flags_hex", Encoded.hex(dstFlagsHex));
  }

  public TcpExt with(String property, JsonValue value) {
    return new TcpExt(json.with(property, value));
  }

  @Override
  public String key() {
    return "tcp-ext";
  }
}
