package io.aegispcap.platform.captures.upload;

import io.aegispcap.platform.captures.CaptureProblem;
import io.aegispcap.platform.web.Problem;
import io.aegispcap.platform.web.ProblemException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// Lets one request at a time write to an upload.
@Component
class UploadLocks {
  private static final Duration WAIT = Duration.ofSeconds(3);

  private final Set<UUID> held = ConcurrentHashMap.newKeySet();

  /// Ends when closed.
  interface Hold extends AutoCloseable {
    @Override
    void close();
  }

  Optional<Hold> tryHold(UUID id) {
    return held.add(id) ? Optional.of(() -> held.remove(id)) : Optional.empty();
  }

  /// @throws ProblemException UPLOAD_BUSY when another holds it
  Hold hold(UUID id) {
    return tryHold(id)
        .orElseThrow(
            () ->
                new ProblemException(
                    new Problem(
                        CaptureProblem.UPLOAD_BUSY,
                        "Another request writes to this upload.",
                        Optional.of(WAIT))));
  }
}
