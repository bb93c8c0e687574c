package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;

/// `kill-chain-phase`, section 2.11 of STIX 2.1.
public record KillChainPhase(JsonObject json) implements Structure {

  public static KillChainPhase of(String killChainName, String phaseName) {
    return new KillChainPhase(
        JsonObject.EMPTY
            .with("kill_chain_name", JsonValue.of(killChainName))
            .with("phase_name", JsonValue.of(phaseName)));
  }

  public String killChainName() {
    return View.needed(json, "kill_chain_name", View.text(json, "kill_chain_name"));
  }

  public KillChainPhase withKillChainName(String killChainName) {
    return with("kill_chain_name", JsonValue.of(killChainName));
  }

  public String phaseName() {
    return View.needed(json, "phase_name", View.text(json, "phase_name"));
  }

  public KillChainPhase withPhaseName(String phaseName) {
    return with("phase_name", JsonValue.of(phaseName));
  }

  public KillChainPhase with(String property, JsonValue value) {
    return new KillChainPhase(json.with(property, value));
  }
}
