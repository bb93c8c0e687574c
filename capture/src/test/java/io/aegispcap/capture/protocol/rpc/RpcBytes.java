package io.aegispcap.capture.protocol.rpc;

import io.aegispcap.capture.protocol.LittleBytes;
import java.util.UUID;

/// PDUs and arguments, written down from C706 12.6 and MS-RPCE 2.2.2.
public final class RpcBytes {
  public static final String SVCCTL = "367abb81-9844-35f1-ad32-98f038001003";
  public static final String NETLOGON = "12345678-1234-abcd-ef00-01234567cffb";
  public static final String EFSRPC = "c681d488-d850-11d0-8c52-00c04fd90f7e";

  private RpcBytes() {}

  private static byte[] pdu(int type, int flags, int callId, byte[] body, byte[] verifier) {
    int auth = verifier.length == 0 ? 0 : verifier.length - 8;
    return new LittleBytes()
        .u8(5, 0, type, flags)
        .hex("10000000")
        .u16(16 + body.length + verifier.length, auth)
        .u32(callId)
        .bytes(body)
        .bytes(verifier)
        .build();
  }

  public static byte[] bind(String id) {
    return bind(id, 0, 0);
  }

  /// @param provider 0 for none, else with a token of sixteen bytes
  public static byte[] bind(String id, int provider, int level) {
    byte[] verifier =
        provider == 0
            ? new byte[0]
            : new LittleBytes().u8(provider, level, 0, 0).u32(1).zeros(16).build();
    byte[] body =
        new LittleBytes()
            .u16(4280, 4280)
            .u32(0)
            .u8(1, 0, 0, 0)
            .u16(0)
            .u8(1, 0)
            .bytes(uuid(id))
            .u32(1)
            .hex("045d888aeb1cc9119fe808002b104860")
            .u32(2)
            .build();
    return pdu(11, 3, 1, body, verifier);
  }

  static byte[] uuid(String id) {
    UUID uuid = UUID.fromString(id);
    long high = uuid.getMostSignificantBits();
    LittleBytes bytes =
        new LittleBytes().u32(high >>> 32).u16((int) (high >>> 16) & 0xffff, (int) high & 0xffff);
    for (int shift = 56; shift >= 0; shift -= 8) {
      bytes.u8((int) (uuid.getLeastSignificantBits() >>> shift) & 0xff);
    }
    return bytes.build();
  }

  public static byte[] request(int callId, int opnum, byte[] stub) {
    byte[] body = new LittleBytes().u32(stub.length).u16(0, opnum).bytes(stub).build();
    return pdu(0, 3, callId, body, new byte[0]);
  }

  public static byte[] response(int callId, byte[] stub) {
    byte[] body = new LittleBytes().u32(stub.length).u16(0).u8(0, 0).bytes(stub).build();
    return pdu(2, 3, callId, body, new byte[0]);
  }

  public static byte[] fault(int callId, long status) {
    byte[] body = new LittleBytes().u32(0).u16(0).u8(0, 0).u32(status, 0).build();
    return pdu(3, 3, callId, body, new byte[0]);
  }

  /// Texts as conformant varying strings.
  public static LittleBytes texts(String... texts) {
    LittleBytes stub = new LittleBytes();
    for (String text : texts) {
      stub.align(4).u32(text.length() + 1, 0, text.length() + 1).wide(text + '\0');
    }
    return stub;
  }
}
