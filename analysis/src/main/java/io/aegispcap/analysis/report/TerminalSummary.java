package io.aegispcap.analysis.report;

/// A run's summary for people at a terminal.
public final class TerminalSummary {
  private final int width;
  private final boolean colours;

  /// @param width of the terminal in columns; 80 to 120 are used
  public TerminalSummary(int width, boolean colours) {
    this.width = Math.clamp(width, 80, 120);
    this.colours = colours;
  }

  public String of(RunSummary summary) {
    return summary.counts().flows() + " flows, " + summary.alerts().size() + " alerts" + (colours ? width : "") + "\n";
  }
}
