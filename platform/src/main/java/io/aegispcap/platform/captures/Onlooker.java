package io.aegispcap.platform.captures;

import io.aegispcap.analysis.chart.ChartAnswer;
import io.aegispcap.analysis.report.RunSummary;
import java.util.List;

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

    /// Charts with the numbers of this analysis; after [#finished].
    default List<ChartAnswer> charts() {
      return List.of();
    }

    /// Called in any case, last.
    @Override
    void close();
  }
}
