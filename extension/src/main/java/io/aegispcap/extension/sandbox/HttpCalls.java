package io.aegispcap.extension.sandbox;

import io.aegispcap.cage.wire.ToChild;
import io.aegispcap.cage.wire.ToHost;

/// Makes the calls that integrations ask for, or refuses them.
@FunctionalInterface
public interface HttpCalls {
  /// Refuses all.
  HttpCalls NONE = (_, _) -> new ToChild.Called("this program makes no calls for plugins", 0, "");

  /// @param plugin who asks, with what it was granted
  /// @return what came of it; a refusal or a failure says why
  ToChild.Called call(CagedPlugin plugin, ToHost.Call call);
}
