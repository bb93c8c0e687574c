package io.aegispcap.analysis.feature;

import io.aegispcap.analysis.flow.Flow;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// All features in their order. Training and scoring use the same schema; its digest says whether
/// two programs mean the same numbers.
public final class FeatureSchema {
  public static final FeatureSchema V1 =
      new FeatureSchema(
          "1.0.0",
          List.of(
              new VolumeFeatures(), new TimeFeatures(), new TcpFeatures(), new ShapeFeatures()));

  private final String version;
  private final FeatureGroup[] groups;
  private final int[] starts;
  private final List<Feature> features;

  private FeatureSchema(String version, List<FeatureGroup> groups) {
    this.version = version;
    this.groups = groups.toArray(FeatureGroup[]::new);
    features = groups.stream().flatMap(group -> group.features().stream()).toList();
    starts = new int[this.groups.length];
    for (int i = 1; i < starts.length; i++) {
      starts[i] = starts[i - 1] + groups.get(i - 1).features().size();
    }
  }

  /// Semantic version: a new feature at the end is a minor change, any other change a major one.
  public String version() {
    return version;
  }

  public List<Feature> features() {
    return features;
  }

  public int size() {
    return features.size();
  }

  /// SHA-256 over version, names, units and definitions, as hexadecimal digits.
  public String digest() {
    StringBuilder text = new StringBuilder(version);
    for (Feature feature : features) {
      text.append('\n').append(feature.name()).append('\t').append(feature.unit());
      text.append('\t').append(feature.definition());
    }
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(sha256.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /// Computes all features of a flow that ended.
  ///
  /// @param values receives them in the schema's order; at least [#size] long
  public void compute(Flow flow, double[] values) {
    for (int i = 0; i < groups.length; i++) {
      groups[i].compute(flow, values, starts[i]);
    }
  }
}
