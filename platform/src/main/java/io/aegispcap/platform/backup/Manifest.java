package io.aegispcap.platform.backup;

import java.time.Instant;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What a backup holds; its last entry. Times are of the machine that made it.
///
/// @param format of this file and of the entries
/// @param made when
/// @param schema the migrations that made the tables, in the order they were run
/// @param sequences where they go on
/// @param tables in any order
/// @param entries of the file but this one
/// @param without content that could not be read when the backup was made, by its SHA-256
public record Manifest(
    int format,
    Instant made,
    List<Migration> schema,
    List<Sequence> sequences,
    List<Table> tables,
    List<Entry> entries,
    List<String> without) {
  public static final int FORMAT = 1;
  public static final String NAME = "manifest.json";

  private static final JsonMapper JSON = JsonMapper.shared();

  public Manifest {
    schema = List.copyOf(schema);
    sequences = List.copyOf(sequences);
    tables = List.copyOf(tables);
    entries = List.copyOf(entries);
    without = List.copyOf(without);
  }

  /// @param checksum as Flyway counts it
  public record Migration(String version, String description, int checksum) {}

  /// @param value the last that was given out
  public record Sequence(String name, long value) {}

  /// @param columns in the order of the entry's fields
  public record Table(String name, List<String> columns) {
    public Table {
      columns = List.copyOf(columns);
    }

    public String entry() {
      return "database/" + name + ".copy";
    }
  }

  /// @param size in bytes, before compression
  /// @param sha256 of these bytes, in hexadecimal
  public record Entry(String name, long size, String sha256) {}

  public byte[] json() {
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
  }

  /// @throws JacksonException when it is none
  public static Manifest parse(byte[] json) {
    return JSON.readValue(json, Manifest.class);
  }
}
