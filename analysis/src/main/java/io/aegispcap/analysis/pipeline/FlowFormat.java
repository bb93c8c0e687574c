package io.aegispcap.analysis.pipeline;

import io.aegispcap.analysis.flow.Flow;

/// A way to write flows as rows of text.
public interface FlowFormat {
  /// What stands before the first row; may be empty.
  String header();

  /// A writer for one thread; all writers write the same rows.
  Rows rows();

  /// Writes rows; used by one thread at a time.
  @FunctionalInterface
  interface Rows {
    void append(Flow flow, RowBuffer out);
  }
}
