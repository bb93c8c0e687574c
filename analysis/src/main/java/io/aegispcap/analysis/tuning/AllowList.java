package io.aegispcap.analysis.tuning;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A file of what is allowed and which devices there are: one JSON object a line; empty lines and
/// those that begin with `#` are left out. `docs/reference/tuning.md` describes it.
public final class AllowList {
  private static final int MAX_LINES = 100_000;

  private AllowList() {}

  /// @param name of the file; with the line's number it is the source of an entry
  /// @throws WrongLineException when a line says something that can't be
  public static List<Entry> parse(String name, List<String> lines) throws WrongLineException {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        try {
          entries.add(Entry.parse(name + ", line " + (i + 1), line));
        } catch (IllegalArgumentException wrong) {
          throw new WrongLineException(i + 1, wrong);
        }
      }
    }
    return entries;
  }

  /// @throws IOException when it can't be read; names the file and the line
  static List<Entry> read(Path file) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (CharacterCodingException noText) {
      throw new IOException(file + ": is no text in UTF-8", noText);
    }
    if (lines.size() > MAX_LINES) {
      throw new IOException(file + ": has more than " + MAX_LINES + " lines");
    }
    try {
      return parse(String.valueOf(file.getFileName()), lines);
    } catch (WrongLineException wrong) {
      throw new IOException(file + ": line " + wrong.line() + ": " + wrong.getMessage(), wrong);
    }
  }
}
