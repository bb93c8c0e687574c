package io.aegispcap.capture.protocol.smb;

import io.aegispcap.capture.protocol.LittleBytes;

/// Messages of SMB, written down from MS-SMB2 2.2 and MS-CIFS 2.2.4.
final class SmbBytes {
  static final long FILE = 0x1122_3344_5566_7788L;

  private SmbBytes() {}

  /// @param response whether the server sends it
  static byte[] smb2(int command, boolean response, long status, int messageId, byte[] body) {
    byte[] message =
        new LittleBytes()
            .u8(0xfe)
            .ascii("SMB")
            .u16(64, 1)
            .u32(status)
            .u16(command, 1)
            .u32(response ? 1 : 0, 0)
            .u64(messageId)
            .u32(0, 5)
            .u64(9)
            .zeros(16)
            .bytes(body)
            .build();
    return framed(message);
  }

  static byte[] framed(byte[] message) {
    return new LittleBytes()
        .u8(0, message.length >>> 16, message.length >>> 8 & 0xff, message.length & 0xff)
        .bytes(message)
        .build();
  }

  static byte[] negotiated(int messageId, int dialect) {
    return smb2(0, true, 0, messageId, new LittleBytes().u16(65, 3, dialect).zeros(60).build());
  }

  static byte[] setup(int messageId, byte[] blob) {
    return smb2(
        1,
        false,
        0,
        messageId,
        new LittleBytes()
            .u16(25)
            .u8(0, 1)
            .u32(0, 0)
            .u16(64 + 24, blob.length)
            .zeros(8)
            .bytes(blob)
            .build());
  }

  static byte[] setUp(int messageId, long status) {
    return smb2(1, true, status, messageId, new LittleBytes().u16(9, 0, 72, 0).build());
  }

  static byte[] connect(int messageId, String path) {
    byte[] body = new LittleBytes().u16(9, 0, 64 + 8, 2 * path.length()).wide(path).build();
    return smb2(3, false, 0, messageId, body);
  }

  /// @param type 1 disk, 2 pipe
  static byte[] connected(int messageId, int type) {
    return smb2(3, true, 0, messageId, new LittleBytes().u16(16).u8(type, 0).zeros(12).build());
  }

  static byte[] create(int messageId, String name) {
    byte[] body =
        new LittleBytes()
            .u16(57)
            .zeros(42)
            .u16(64 + 56, 2 * name.length())
            .zeros(8)
            .wide(name)
            .build();
    return smb2(5, false, 0, messageId, body);
  }

  static byte[] created(int messageId, int action) {
    byte[] body =
        new LittleBytes().u16(89, 0).u32(action).zeros(56).u64(FILE).u64(FILE).zeros(8).build();
    return smb2(5, true, 0, messageId, body);
  }

  static byte[] write(int messageId, byte[] data) {
    byte[] body =
        new LittleBytes()
            .u16(49, 64 + 48)
            .u32(data.length)
            .zeros(8)
            .u64(FILE)
            .u64(FILE)
            .zeros(16)
            .bytes(data)
            .build();
    return smb2(9, false, 0, messageId, body);
  }

  static byte[] read(int messageId) {
    return smb2(
        8,
        false,
        0,
        messageId,
        new LittleBytes().u16(49, 0).zeros(12).u64(FILE).u64(FILE).zeros(17).build());
  }

  static byte[] contents(int messageId, byte[] data) {
    byte[] body =
        new LittleBytes().u16(17).u8(64 + 16, 0).u32(data.length, 0, 0).bytes(data).build();
    return smb2(8, true, 0, messageId, body);
  }

  static byte[] transceive(int messageId, byte[] data) {
    byte[] body =
        new LittleBytes()
            .u16(57, 0)
            .u32(0x0011_c017)
            .u64(FILE)
            .u64(FILE)
            .u32(64 + 56, data.length)
            .zeros(24)
            .bytes(data)
            .build();
    return smb2(11, false, 0, messageId, body);
  }

  static byte[] close(int messageId) {
    return smb2(
        6, false, 0, messageId, new LittleBytes().u16(24, 0).u32(0).u64(FILE).u64(FILE).build());
  }

  /// An NTLM message of type 3.
  static byte[] authenticate(String domain, String user, String workstation) {
    int at = 72;
    LittleBytes fields = new LittleBytes().ascii("NTLMSSP\0").u32(3).zeros(8).u16(30, 30).u32(0);
    for (String text : new String[] {domain, user, workstation}) {
      fields.u16(2 * text.length(), 2 * text.length()).u32(at);
      at += 2 * text.length();
    }
    return fields.zeros(8).u32(1).zeros(8).wide(domain + user + workstation).build();
  }

  static byte[] smb1(int command, long status, boolean response, int multiplexId, byte[] rest) {
    return framed(
        new LittleBytes()
            .u8(0xff)
            .ascii("SMB")
            .u8(command)
            .u32(status)
            .u8(response ? 0x80 : 0)
            .u16(0xc000)
            .zeros(12)
            .u16(2048, 0, 2048, multiplexId)
            .bytes(rest)
            .build());
  }
}
