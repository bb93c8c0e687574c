package io.aegispcap.analysis.feature;

import io.aegispcap.analysis.flow.Flow;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// All features in their order. Training and scoring use the same schema; its digest says whether two
/// programs mean the same numbers.
public final class FeatureSchema {
  /// Features are flow attributes of version 1.
  public static final FeatureSchema V1 =
      new FeatureSchema(
          "1.0.0",
          Stream.of(
                  VolumeFeatures.ALL,
                  TimeFeatures.ALL,
                  TcpFeatures.ALL,
                  ShapeFeatures.ALL)
              .flatMap(List::stream)
              .toList());

  private final String version;
  private final List<Feature> features;

  private FeatureSchema(String version, List<Feature> features) {
    this.version = version;
    this.features = features;
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
    for (int i = 0; i < features.size(); i++) {
      values[i] = features.get(i).compute().applyAsDouble(flow);
    }
  }
}
