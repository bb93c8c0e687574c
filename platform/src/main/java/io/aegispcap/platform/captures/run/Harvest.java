package io.aegispcap.platform.captures.run;

/// Keeps something of each analysis for later. Who does offers a bean.
public interface Harvest {

  /// Reads what the analysis left, with no transaction open.
  ///
  /// @param wanted the analysis, as it was when it began
  /// @return what to do in the transaction that records that the analysis is done, after that
  Runnable of(AnalysisRun wanted, AnalysisRun.Result result);
}
