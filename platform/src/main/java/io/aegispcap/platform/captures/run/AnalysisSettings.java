package io.aegispcap.platform.captures.run;

import io.aegispcap.analysis.flow.FlowOptions;
import io.aegispcap.analysis.flow.VlanKey;
import io.aegispcap.analysis.pipeline.EngineOptions;
import io.aegispcap.analysis.report.AnalysisOptions;
import io.aegispcap.capture.file.ReadOptions;
import io.aegispcap.capture.packet.DecodeOptions;
import io.aegispcap.platform.network.KnownNetwork;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// What somebody may decide about an analysis, as with the options of `aegis analyze`.
///
/// @param homeNetworks blocks in CIDR notation that are inside; none for those that are known when
///   it begins
/// @param idleSeconds a flow that is silent for longer ends; 1 second to 1 day
/// @param activeSeconds a flow that lasts longer is cut in two; 1 second to 7 days
/// @param vlans whether VLANs keep flows apart
/// @param decapsulate whether what is in tunnels counts, and not the tunnels
/// @param lenient whether to read on behind corrupt bytes
public record AnalysisSettings(
    List<String> homeNetworks,
    long idleSeconds,
    long activeSeconds,
    VlanKey vlans,
    boolean decapsulate,
    boolean lenient) {
  private static final int MOST_NETWORKS = 100;
  private static final Duration LONGEST_IDLE = Duration.ofDays(1);
  private static final Duration LONGEST_ACTIVE = Duration.ofDays(7);

  /// @throws IllegalArgumentException with a sentence that says what can't be so
  public AnalysisSettings {
    homeNetworks = List.copyOf(homeNetworks);
    if (homeNetworks.size() > MOST_NETWORKS) {
      throw new IllegalArgumentException("At most " + MOST_NETWORKS + " home networks.");
    }
    check("The idle timeout", idleSeconds, LONGEST_IDLE);
    check("The active timeout", activeSeconds, LONGEST_ACTIVE);
    new AnalysisOptions(ReadOptions.DEFAULT, EngineOptions.defaults(), homeNetworks).homeNetworks();
  }

  /// What happens when nobody decides.
  public static AnalysisSettings usual() {
    FlowOptions flows = FlowOptions.defaults();
    return new AnalysisSettings(
        List.of(),
        flows.tcpIdle().toSeconds(),
        flows.active().toSeconds(),
        flows.vlanKey(),
        true,
        false);
  }

  private static void check(String what, long seconds, Duration longest) {
    if (seconds < 1 || seconds > longest.toSeconds()) {
      throw new IllegalArgumentException(
          "%s is 1 to %d seconds, not %d.".formatted(what, longest.toSeconds(), seconds));
    }
  }

  /// @param known of the network; what is decided here goes first
  /// @param threads to use
  /// @param heap bytes that the flows may take twice of
  AnalysisOptions options(KnownNetwork known, int threads, long heap) {
    FlowOptions flows =
        FlowOptions.defaults()
            .withIdle(Duration.ofSeconds(idleSeconds))
            .withActive(Duration.ofSeconds(activeSeconds))
            .withVlanKey(vlans)
            .withMaxFlows(FlowOptions.maxFlowsFor(heap));
    DecodeOptions decode =
        decapsulate ? DecodeOptions.DEFAULT : DecodeOptions.DEFAULT.withoutDecapsulation();
    ReadOptions read = lenient ? ReadOptions.DEFAULT.asLenient() : ReadOptions.DEFAULT;
    List<String> home = homeNetworks.isEmpty() ? known.home() : homeNetworks;
    return new AnalysisOptions(
        read, new EngineOptions(flows, decode, threads), home, known.tuning());
  }

  /// Those that are not as usual, in a few words.
  public String summary() {
    Map<String, String> usual = usual().described();
    String changed =
        described().entrySet().stream()
            .filter(setting -> !setting.getValue().equals(usual.get(setting.getKey())))
            .map(setting -> setting.getKey() + ": " + setting.getValue())
            .collect(Collectors.joining("; "));
    return changed.isEmpty() ? "as usual" : changed;
  }

  /// As people read them.
  public Map<String, String> described() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put(
        "Home networks",
        homeNetworks.isEmpty() ? "as known of the network" : String.join(", ", homeNetworks));
    all.put("Idle timeout", idleSeconds + " s");
    all.put("Active timeout", activeSeconds + " s");
    all.put("VLANs keep flows apart", vlans.name().toLowerCase(Locale.ROOT));
    all.put("Tunnels", decapsulate ? "what is in them counts" : "taken for flows of their own");
    all.put("Corrupt bytes", lenient ? "read on behind them" : "end the analysis");
    return all;
  }
}
