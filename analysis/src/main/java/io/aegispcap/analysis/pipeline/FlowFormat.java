package io.aegispcap.analysis.pipeline;

import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.capture.protocol.Fact;

/// A way to write flows as rows of text.
public interface FlowFormat {
  /// What stands before the first row; may be empty.
  String header();

  /// A writer for one thread; all writers write the same rows.
  Rows rows();

  /// Writes rows; used by one thread at a time.
  interface Rows {
    /// A flow that is going on said something: keeps with it what its row is to say of that, see
    /// [Flow#note]. Facts are short-lived, and rows are written long after.
    void note(Flow flow, Fact fact);

    /// Writes the row of a flow that ended.
    void append(Flow flow, RowBuffer out);
  }
}
