package io.aegispcap.analysis.tuning;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A file of what is allowed and which devices there are: one JSON object a line; empty lines and
/// those that begin with `#` are left out. `docs/reference/tuning.md` describes it.
record AllowList(List<Allowance> allowances, List<Device> devices) {
  private static final int MAX_LINES = 100_000;

  AllowList {
    allowances = List.copyOf(allowances);
    devices = List.copyOf(devices);
  }

  /// @throws IOException when it can't be read; names the file and the line
  static AllowList read(Path file) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (CharacterCodingException noText) {
      throw new IOException(file + ": is no text in UTF-8", noText);
    }
    if (lines.size() > MAX_LINES) {
      throw new IOException(file + ": has more than " + MAX_LINES + " lines");
    }
    List<Allowance> allowances = new ArrayList<>();
    List<Device> devices = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        String place = file.getFileName() + ", line " + (i + 1);
        try {
          Fields fields = Fields.parse(line);
          if (fields.has("device")) {
            devices.add(Device.of(fields));
          } else {
            allowances.add(Allowance.of(place, fields));
          }
        } catch (IllegalArgumentException wrong) {
          throw new IOException(file + ": line " + (i + 1) + ": " + wrong.getMessage(), wrong);
        }
      }
    }
    return new AllowList(allowances, devices);
  }
}
