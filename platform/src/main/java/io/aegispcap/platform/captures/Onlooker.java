package io.aegispcap.platform.captures;

import io.aegispcap.analysis.report.RunSummary;

/// Looks on while a capture is analysed. Who does offers a bean.
public interface Onlooker {

  /// An analysis of this capture begins.
  Visit visit(Capture capture);

  /// One analysis, with no transaction open.
  interface Visit extends AutoCloseable {

    /// Joins before anything is read.
    void join(io.aegispcap.analysis.report.Analysis engine);

    /// All was read.
    ///
    /// @return what to do in the transaction that records that the analysis is done
    Runnable finished(RunSummary summary);

    /// Called in any case, last.
    @Override
    void close();
  }
}
