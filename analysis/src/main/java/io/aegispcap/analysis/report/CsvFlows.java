package io.aegispcap.analysis.report;

import io.aegispcap.analysis.feature.Feature;
import io.aegispcap.analysis.feature.FeatureSchema;
import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.analysis.pipeline.FlowFormat;
import io.aegispcap.analysis.pipeline.RowBuffer;
import io.aegispcap.capture.protocol.Fact;

/// Flows as comma-separated values (RFC 4180, lines ended by LF): facts, features, and what the
/// conversation said as JSON in the last column.
public final class CsvFlows implements FlowFormat {
  @Override
  public String header() {
    StringBuilder header = new StringBuilder(FlowColumns.NAMES);
    for (Feature feature : FeatureSchema.V1.features()) {
      header.append(',').append(feature.name());
    }
    return header.append(",facts\n").toString();
  }

  @Override
  public Rows rows() {
    return new Writer();
  }

  private static final class Writer implements Rows {
    private final double[] features = new double[FeatureSchema.V1.size()];
    private final FlowColumns columns = new FlowColumns();
    private final FactsJson facts = FactsJson.inCsvCell();

    @Override
    public void note(Flow flow, Fact fact) {
      facts.note(flow, fact);
    }

    @Override
    public void append(Flow flow, RowBuffer out) {
      columns.append(flow, out);
      FeatureSchema.V1.compute(flow, features);
      out.numbers(features);
      out.ascii(',');
      if (flow.notesLength() > 0) {
        out.ascii("\"[").notesOf(flow).ascii("]\"");
      }
      out.ascii('\n');
    }
  }
}
