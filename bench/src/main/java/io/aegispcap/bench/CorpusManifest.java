package io.aegispcap.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The list of captures that make up the corpus: `MANIFEST.tsv`, one row a capture, a header row
/// that names the columns.
final class CorpusManifest {
  private CorpusManifest() {}

  /// Paths of all captures listed, in the order of the manifest.
  static List<Path> captures(Path corpus) throws IOException {
    Path manifest = corpus.resolve("MANIFEST.tsv");
    List<String> rows = Files.readAllLines(manifest);
    int column = rows.isEmpty() ? -1 : List.of(rows.getFirst().split("\t")).indexOf("path");
    if (column < 0) {
      throw new IOException(manifest + ": line 1 names no column \"path\"");
    }
    List<Path> captures = new ArrayList<>();
    for (String row : rows.subList(1, rows.size())) {
      captures.add(corpus.resolve(row.split("\t")[column]));
    }
    return captures;
  }
}
