package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import java.util.Optional;

/// `autonomous-system`, section 6.2 of STIX 2.1.
public record AutonomousSystem(JsonObject json) implements CyberObservable {

  /// With the identifier that follows from what it says.
  public static AutonomousSystem of(long number) {
    return new AutonomousSystem(
        Encoded.identified(
            Encoded.observable("autonomous-system").with("number", JsonValue.of(number))));
  }

  public long number() {
    return View.needed(json, "number", View.whole(json, "number"));
  }

  public AutonomousSystem withNumber(long number) {
    return with("number", JsonValue.of(number));
  }

  public Optional<String> name() {
    return View.text(json, "name");
  }

  public AutonomousSystem withName(String name) {
    return with("name", JsonValue.of(name));
  }

  public Optional<String> rir() {
    return View.text(json, "rir");
  }

  public AutonomousSystem withRir(String rir) {
    return with("rir", JsonValue.of(rir));
  }

  @Override
  public AutonomousSystem with(String property, JsonValue value) {
    return new AutonomousSystem(Encoded.identified(json.with(property, value)));
  }
}
