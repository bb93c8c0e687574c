package io.aegispcap.capture.protocol.rpc;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.MalformedMessageException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What can be read of arguments without knowing their layout. Source: C706 14.3.3.4 for strings in
/// NDR.
final class Stub {
  private static final int MOST_TEXTS = 8;
  private static final int LONGEST_TEXT = 512;
  private static final int LOOKED_AT = 8192;
  private static final int STRING_HEADER = 12;
  private static final int MAX_CHARACTERS = 1 << 20;
  private static final int WIDE = 2;
  private static final int CREDENTIAL = 8;
  private static final int FLAGS = 4;

  /// COM classes that run what a caller from elsewhere wants, and the one of WMI.
  private static final Map<String, String> CLASSES = classes();

  private Stub() {}

  private static Map<String, String> classes() {
    Map<String, String> classes = new LinkedHashMap<>();
    classes.put("8bc3f05e-d86b-11d0-a075-00c04fb68820", "WbemLevel1Login");
    classes.put("49b2791a-b1ae-4c90-9b8e-e860ba07f889", "MMC20.Application");
    classes.put("9ba05972-f6a8-11cf-a442-00a0c90a8f39", "ShellWindows");
    classes.put("c08afd90-f2a1-11d1-8455-00a0c91f3880", "ShellBrowserWindow");
    classes.put("00024500-0000-0000-c000-000000000046", "Excel.Application");
    classes.put("0006f03a-0000-0000-c000-000000000046", "Outlook.Application");
    classes.put("00021a20-0000-0000-c000-000000000046", "Visio.Application");
    classes.put("000209ff-0000-0000-c000-000000000046", "Word.Application");
    classes.put("0002df01-0000-0000-c000-000000000046", "InternetExplorer.Application");
    classes.put("72c24dd5-d70a-438b-8a42-98424b88afb8", "WScript.Shell");
    return classes;
  }

  /// Conformant varying strings: room, offset 0 and length in characters, each in 32 bits at an
  /// offset that is a multiple of four, then the characters.
  ///
  /// @param width bytes of a character: 2 for UTF-16, 1 where the operation is the ANSI variant
  static List<String> texts(Bytes stub, int width) {
    List<String> texts = new ArrayList<>();
    int end = Math.min(stub.length(), LOOKED_AT) - STRING_HEADER;
    int at = 0;
    while (at <= end && texts.size() < MOST_TEXTS) {
      int characters = characters(stub, at, width);
      String text = characters == 0 ? "" : text(stub, at + STRING_HEADER, characters, width);
      if (text.isEmpty()) {
        at += 4;
      } else {
        texts.add(text);
        at += STRING_HEADER + (width * characters + 3 & ~3);
      }
    }
    return texts;
  }

  private static int characters(Bytes stub, int at, int width) {
    long room = stub.u32Little(at);
    long length = stub.u32Little(at + 8);
    boolean plausible =
        stub.u32Little(at + 4) == 0 && length > 0 && length <= room && room <= MAX_CHARACTERS;
    return plausible && at + STRING_HEADER + width * length <= stub.length() ? (int) length : 0;
  }

  /// Up to a NUL; empty when they are not text. Most numbers that look like a length are none, so
  /// that nothing is made before all characters were seen.
  private static String text(Bytes stub, int from, int characters, int width) {
    int most = Math.min(characters, LONGEST_TEXT);
    int length = 0;
    while (length < most) {
      int c = width == WIDE ? stub.u16Little(from + WIDE * length) : stub.u8(from + length);
      if (c == 0) {
        break;
      }
      if (!isReadable(c)) {
        return "";
      }
      length++;
    }
    if (length <= 1) {
      return "";
    }
    return width == WIDE ? stub.utf16Little(from, WIDE * length) : stub.latin1(from, length);
  }

  private static boolean isReadable(int c) {
    return c >= ' ' && c < 0xd800 || c == '\t' || c == '\r' || c == '\n';
  }

  static List<String> classes(Bytes stub) {
    List<String> found = new ArrayList<>();
    for (Map.Entry<String, String> known : CLASSES.entrySet()) {
      if (stub.indexOf(wire(UUID.fromString(known.getKey())), 0) >= 0) {
        found.add(known.getValue());
      }
    }
    return found;
  }

  private static byte[] wire(UUID id) {
    byte[] bytes = new byte[16];
    long high = id.getMostSignificantBits();
    for (int i = 0; i < 4; i++) {
      bytes[i] = (byte) (high >>> 32 + 8 * i);
    }
    for (int i = 0; i < 2; i++) {
      bytes[4 + i] = (byte) (high >>> 16 + 8 * i);
      bytes[6 + i] = (byte) (high >>> 8 * i);
    }
    for (int i = 0; i < 8; i++) {
      bytes[8 + i] = (byte) (id.getLeastSignificantBits() >>> 56 - 8 * i);
    }
    return bytes;
  }

  /// Whether the credential of NetrServerAuthenticate, 2 or 3 (MS-NRPC 3.5.4.4.2) is eight zero
  /// bytes: it stands behind the computer's name, before aligned flags.
  ///
  /// @param flags whether flags follow, as they do but for the first of the three
  static boolean isZeroCredential(Bytes stub, boolean flags) {
    int end = stub.length() - (flags ? FLAGS : 0);
    int at = nameEnd(stub);
    int padding = end - at - CREDENTIAL;
    if (at < 0 || padding < 0 || padding >= FLAGS) {
      return false;
    }
    return stub.u64(at) == 0;
  }

  /// Past the last string; -1 when there is none.
  private static int nameEnd(Bytes stub) {
    int last = -1;
    try {
      for (int at = 0; at <= stub.length() - STRING_HEADER; at += 4) {
        int characters = characters(stub, at, WIDE);
        if (characters > 1 && !text(stub, at + STRING_HEADER, characters, WIDE).isEmpty()) {
          last = at + STRING_HEADER + WIDE * characters;
        }
      }
    } catch (MalformedMessageException cut) {
      return -1;
    }
    return last;
  }
}
