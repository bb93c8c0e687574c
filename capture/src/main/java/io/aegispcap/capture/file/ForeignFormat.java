package io.aegispcap.capture.file;

import java.util.Arrays;

/// Files that people take for captures, and what to do about each.
enum ForeignFormat {
  SNOOP("snoop\0", "is a snoop capture: convert it with 'editcap -F pcapng'"),
  BTSNOOP("btsnoop\0", "is a Bluetooth snoop log, which has no network packets"),
  NETMON_1("RTSS", "is a Network Monitor 1 capture: convert it with 'editcap -F pcapng'"),
  NETMON_2("GMBU", "is a Network Monitor 2 capture: convert it with 'editcap -F pcapng'"),
  SNIFFER("TRSNIFF data    \u001a", "is a Sniffer capture: convert it with 'editcap -F pcapng'"),
  NETXRAY("XCP\0", "is a NetXRay capture: convert it with 'editcap -F pcapng'"),
  PEEK("\u007fver", "is an OmniPeek capture: convert it with 'editcap -F pcapng'"),
  IPTRACE("iptrace ", "is an AIX iptrace: convert it with 'editcap -F pcapng'"),
  XZ("\u00fd7zXZ\0", "is compressed with xz: decompress it with 'xz -d' first"),
  BZIP2("BZh", "is compressed with bzip2: decompress it with 'bzip2 -d' first"),
  LZ4("\u0004\"M\u0018", "is compressed with lz4: decompress it with 'lz4 -d' first"),
  ZIP("PK\u0003\u0004", "is a zip archive: unpack it and name the captures in it"),
  SEVEN_ZIP("7z\u00bc\u00af", "is a 7z archive: unpack it and name the captures in it"),
  PDF("%PDF", "is a PDF document, not a capture"),
  PARQUET("PAR1", "is a Parquet file, not a capture");

  private static final String WANTED = "expected is pcap or pcapng, plain or in gzip or zstd";

  private final String start;
  private final String advice;

  ForeignFormat(String start, String advice) {
    this.start = start;
    this.advice = advice;
  }

  /// One sentence on what begins so and is no capture.
  static String explain(Head head) {
    if (head.length() == 0) {
      return "the file is empty; " + WANTED;
    }
    return Arrays.stream(values())
        .filter(format -> head.startsWith(format.start))
        .map(format -> "this " + format.advice)
        .findFirst()
        .orElseGet(() -> unknown(head));
  }

  private static String unknown(Head head) {
    if (head.text()) {
      return "this is a text file; " + WANTED;
    }
    if (head.length() < 4) {
      return "the file has only " + head.length() + " bytes; " + WANTED;
    }
    return "the first bytes %08x are no magic number of a capture; %s"
        .formatted(Integer.reverseBytes(head.magic()), WANTED);
  }
}
