package io.aegispcap.plugin;

import java.util.Iterator;
import java.util.List;

/// Flows that ended, in a fixed order that does not depend on threads.
///
/// @param flows 1 to [#MAX_FLOWS]
public record FlowBatch(List<Flow> flows) implements Iterable<Flow> {
  public static final int MAX_FLOWS = 1024;

  public FlowBatch {
    flows = List.copyOf(flows);
  }

  public int size() {
    return flows.size();
  }

  /// A feature of all flows, in their order.
  ///
  /// @throws NotGrantedException without `read:features`
  /// @throws IllegalArgumentException when there is no such feature
  public double[] column(String feature) {
    double[] column = new double[flows.size()];
    for (int i = 0; i < column.length; i++) {
      column[i] = flows.get(i).feature(feature);
    }
    return column;
  }

  @Override
  public Iterator<Flow> iterator() {
    return flows.iterator();
  }
}
