package io.aegispcap.plugin;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A bidirectional flow that ended (RFC 5103): all packets of one five-tuple. Its source is the
/// side that opened it. An immutable value that may be kept; it is bound to the run that it comes
/// from.
public final class Flow {
  private final Builder parts;

  private Flow(Builder parts) {
    this.parts = parts;
  }

  /// Its place among all flows of the run, from 0 on.
  public long number() {
    return parts.number;
  }

  /// Community ID v1.
  ///
  /// @throws NotGrantedException without `read:addresses`, since addresses can be guessed from it
  public String communityId() {
    return granted(parts.communityId, Capability.Kind.READ_ADDRESSES);
  }

  /// The IP address of the side that opened it, or `host-N` without `read:addresses`: the same host
  /// has the same number throughout a run.
  public String source() {
    return parts.source;
  }

  /// 0 where the protocol has no ports; type and code of ICMP.
  public int sourcePort() {
    return parts.sourcePort;
  }

  /// See [#source].
  public String destination() {
    return parts.destination;
  }

  public int destinationPort() {
    return parts.destinationPort;
  }

  /// IP protocol number.
  public int ianaNumber() {
    return parts.ianaNumber;
  }

  /// Application protocol recognised by content (ECS `network.protocol`); empty when none was.
  public String application() {
    return parts.application;
  }

  /// How the connection went, by Zeek's names, such as `SF` or `S0`.
  public String state() {
    return parts.state;
  }

  /// Nanoseconds since 1970-01-01T00:00:00Z of the first packet.
  public long startNanos() {
    return parts.start;
  }

  public Instant start() {
    return Instant.ofEpochSecond(0, parts.start);
  }

  /// From first to last packet.
  public Duration duration() {
    return Duration.ofNanos(parts.duration);
  }

  /// Packets of the side that opened it.
  public long forwardPackets() {
    return parts.forwardPackets;
  }

  public long backwardPackets() {
    return parts.backwardPackets;
  }

  /// Bytes of IP packets of the side that opened it.
  public long forwardBytes() {
    return parts.forwardBytes;
  }

  public long backwardBytes() {
    return parts.backwardBytes;
  }

  /// What its conversation said, the first 16 things.
  ///
  /// @throws NotGrantedException with neither `read:payload-facts` nor `read:names`
  public List<Fact> facts() {
    return granted(parts.facts, Capability.Kind.READ_PAYLOAD_FACTS);
  }

  /// @param name of the feature schema, see `docs/reference/features.md`
  /// @throws NotGrantedException without `read:features`
  /// @throws IllegalArgumentException when there is no such feature
  public double feature(String name) {
    double[] values = granted(parts.features, Capability.Kind.READ_FEATURES);
    FeatureNames names = granted(parts.featureNames, Capability.Kind.READ_FEATURES);
    return values[
        names
            .place(name)
            .orElseThrow(() -> new IllegalArgumentException("there is no feature " + name))];
  }

  /// All features, in the order of the schema.
  ///
  /// @throws NotGrantedException without `read:features`
  public double[] features() {
    return granted(parts.features, Capability.Kind.READ_FEATURES).clone();
  }

  /// What models and intelligence say of it; empty when nothing.
  ///
  /// @throws NotGrantedException without `read:predictions`
  public List<Prediction> predictions() {
    return granted(parts.predictions, Capability.Kind.READ_PREDICTIONS);
  }

  /// Names of all features, in the order of the schema.
  ///
  /// @throws NotGrantedException without `read:features`
  public FeatureNames featureNames() {
    return granted(parts.featureNames, Capability.Kind.READ_FEATURES);
  }

  /// Whether the part that this capability stands for was granted; what stands in every flow always
  /// is.
  public boolean shows(Capability.Kind kind) {
    return switch (kind) {
      case READ_ADDRESSES -> parts.communityId != null;
      case READ_PAYLOAD_FACTS, READ_NAMES -> parts.facts != null;
      case READ_FEATURES -> parts.features != null;
      case READ_PREDICTIONS -> parts.predictions != null;
      default -> true;
    };
  }

  private static <T> T granted(@Nullable T part, Capability.Kind kind) {
    if (part == null) {
      throw new NotGrantedException(kind.label());
    }
    return part;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Flow flow && flow.parts.number == parts.number;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(parts.number);
  }

  @Override
  public String toString() {
    return "flow "
        + parts.number
        + ": "
        + parts.source
        + ":"
        + parts.sourcePort
        + " -> "
        + parts.destination
        + ":"
        + parts.destinationPort;
  }

  /// Puts a flow together; for hosts, and for tests of plugins. Parts that are not given are not
  /// granted.
  public static final class Builder {
    private final long number;
    private String source = "host-1";
    private int sourcePort;
    private String destination = "host-2";
    private int destinationPort;
    private int ianaNumber = 6;
    private String application = "";
    private String state = "SF";
    private long start;
    private long duration;
    private long forwardPackets = 1;
    private long backwardPackets;
    private long forwardBytes;
    private long backwardBytes;
    private @Nullable String communityId;
    private @Nullable List<Fact> facts;
    private double @Nullable [] features;
    private @Nullable FeatureNames featureNames;
    private @Nullable List<Prediction> predictions;

    public Builder(long number) {
      this.number = number;
    }

    public Builder source(String address, int port) {
      source = address;
      sourcePort = port;
      return this;
    }

    public Builder destination(String address, int port) {
      destination = address;
      destinationPort = port;
      return this;
    }

    /// @param iana IP protocol number
    /// @param recognised application protocol, or empty
    public Builder protocol(int iana, String recognised) {
      ianaNumber = iana;
      application = recognised;
      return this;
    }

    public Builder state(String zeek) {
      state = zeek;
      return this;
    }

    /// @param startNanos since 1970-01-01T00:00:00Z
    /// @param durationNanos 0 or more
    public Builder time(long startNanos, long durationNanos) {
      start = startNanos;
      duration = durationNanos;
      return this;
    }

    public Builder forward(long packets, long bytes) {
      forwardPackets = packets;
      forwardBytes = bytes;
      return this;
    }

    public Builder backward(long packets, long bytes) {
      backwardPackets = packets;
      backwardBytes = bytes;
      return this;
    }

    public Builder communityId(String id) {
      communityId = id;
      return this;
    }

    public Builder facts(List<Fact> said) {
      facts = List.copyOf(said);
      return this;
    }

    /// @param values in the order of the names; copied
    public Builder features(FeatureNames names, double[] values) {
      if (names.names().size() != values.length) {
        throw new IllegalArgumentException("as many names as values");
      }
      featureNames = names;
      features = Arrays.copyOf(values, values.length);
      return this;
    }

    public Builder predictions(List<Prediction> made) {
      predictions = List.copyOf(made);
      return this;
    }

    /// The flow; the builder is not to be used again.
    public Flow build() {
      return new Flow(this);
    }
  }
}
