package io.aegispcap.capture.protocol.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// Media types told from the first bytes of a body, whatever its header claims.
final class MagicType {
  /// First bytes that are looked at.
  static final int HEAD = 512;

  private record Magic(int offset, byte[] bytes, String type) {
    static Magic at(int offset, String bytes, String type) {
      return new Magic(offset, bytes.getBytes(StandardCharsets.ISO_8859_1), type);
    }

    boolean matches(byte[] head, int length) {
      if (offset + bytes.length > length) {
        return false;
      }
      for (int i = 0; i < bytes.length; i++) {
        if (head[offset + i] != bytes[i]) {
          return false;
        }
      }
      return true;
    }
  }

  private static final List<Magic> BINARY =
      List.of(
          Magic.at(0, "MZ", "application/vnd.microsoft.portable-executable"),
          Magic.at(0, "\u007fELF", "application/x-elf"),
          Magic.at(0, "\u00cf\u00fa\u00ed\u00fe", "application/x-mach-binary"),
          Magic.at(0, "\u00ce\u00fa\u00ed\u00fe", "application/x-mach-binary"),
          Magic.at(0, "\u00ca\u00fe\u00ba\u00be", "application/java-vm"),
          Magic.at(0, "dex\n", "application/vnd.android.dex"),
          Magic.at(0, "\0asm", "application/wasm"),
          Magic.at(0, "PK\u0003\u0004", "application/zip"),
          Magic.at(0, "\u001f\u008b", "application/gzip"),
          Magic.at(0, "Rar!\u001a\u0007", "application/vnd.rar"),
          Magic.at(0, "7z\u00bc\u00af'\u001c", "application/x-7z-compressed"),
          Magic.at(0, "BZh", "application/x-bzip2"),
          Magic.at(0, "\u00fd7zXZ\0", "application/x-xz"),
          Magic.at(0, "(\u00b5/\u00fd", "application/zstd"),
          Magic.at(0, "MSCF", "application/vnd.ms-cab-compressed"),
          Magic.at(257, "ustar", "application/x-tar"),
          Magic.at(0, "%PDF-", "application/pdf"),
          Magic.at(
              0, "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", "application/x-ole-storage"),
          Magic.at(0, "{\\rtf", "application/rtf"),
          Magic.at(0, "L\0\0\0\u0001\u0014\u0002\0", "application/x-ms-shortcut"),
          Magic.at(0, "\u0089PNG\r\n", "image/png"),
          Magic.at(0, "\u00ff\u00d8\u00ff", "image/jpeg"),
          Magic.at(0, "GIF8", "image/gif"),
          Magic.at(0, "CWS", "application/x-shockwave-flash"),
          Magic.at(0, "FWS", "application/x-shockwave-flash"),
          Magic.at(4, "ftyp", "video/mp4"),
          Magic.at(0, "wOFF", "font/woff"),
          Magic.at(0, "wOF2", "font/woff2"),
          Magic.at(0, "#!", "text/x-shellscript"));

  private static final List<Magic> TEXT =
      List.of(
          Magic.at(0, "<!doctype html", "text/html"),
          Magic.at(0, "<html", "text/html"),
          Magic.at(0, "<head", "text/html"),
          Magic.at(0, "<script", "text/html"),
          Magic.at(0, "<?php", "text/x-php"),
          Magic.at(0, "<?xml", "text/xml"));

  private MagicType() {}

  /// Empty when they tell none.
  static String of(byte[] head, int length) {
    for (Magic magic : BINARY) {
      if (magic.matches(head, length)) {
        return magic.type();
      }
    }
    return length > 0 && isMarkStart(head[0]) ? ofText(head, length) : "";
  }

  private static boolean isMarkStart(byte first) {
    return first == '<' || first == ' ' || first == '\r' || first == '\n' || first == '\t';
  }

  private static String ofText(byte[] head, int length) {
    byte[] text =
        new String(head, 0, length, StandardCharsets.ISO_8859_1)
            .stripLeading()
            .toLowerCase(Locale.ROOT)
            .getBytes(StandardCharsets.ISO_8859_1);
    for (Magic magic : TEXT) {
      if (magic.matches(text, text.length)) {
        return magic.type();
      }
    }
    return "";
  }
}
