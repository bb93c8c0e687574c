package io.aegispcap.capture.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// An option of a block to be written. Source: draft-ietf-opsawg-pcapng 3.5.
final class PcapngOption {
  private static final int COMMENT = 1;
  private static final int NAME = 2;
  private static final int DESCRIPTION = 3;
  private static final int RESOLUTION = 9;
  private static final int HEADER = 4;
  private static final int MAX_VALUE = 65_535;

  private final int code;
  private final byte[] value;

  private PcapngOption(int code, byte[] value) {
    this.code = code;
    this.value = value;
  }

  static PcapngOption comment(String text) {
    return text(COMMENT, text);
  }

  /// Empty names and descriptions are left out.
  static List<PcapngOption> ofInterface(String name, String description, int resolution) {
    List<PcapngOption> options = new ArrayList<>();
    if (!name.isEmpty()) {
      options.add(text(NAME, name));
    }
    if (!description.isEmpty()) {
      options.add(text(DESCRIPTION, description));
    }
    options.add(new PcapngOption(RESOLUTION, new byte[] {(byte) resolution}));
    return options;
  }

  private static PcapngOption text(int code, String text) {
    return new PcapngOption(code, text.getBytes(StandardCharsets.UTF_8));
  }

  /// Bytes that these options take, with the mark of their end; 0 without any.
  static int length(List<PcapngOption> options) {
    int length = options.isEmpty() ? 0 : HEADER;
    for (PcapngOption option : options) {
      length += HEADER + (option.valueLength() + 3 & ~3);
    }
    return length;
  }

  static void write(List<PcapngOption> options, OutputFile out) throws IOException {
    for (PcapngOption option : options) {
      int length = option.valueLength();
      out.int16(option.code).int16(length).bytes(option.value, 0, length).pad(length);
    }
    if (!options.isEmpty()) {
      out.int32(0);
    }
  }

  /// What is longer than an option can be is cut.
  private int valueLength() {
    return Math.min(value.length, MAX_VALUE);
  }
}
