package io.aegispcap.platform.api.web;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.Requires;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// An API of the kinds that modules have, in tests alone: makes things, lists them, streams.
@RestController
@RequestMapping("/api/v1/test/echoes")
class EchoApi {
  static final AtomicInteger MADE = new AtomicInteger();
  static volatile CountDownLatch hold = new CountDownLatch(0);

  record Wanted(String text, Optional<Integer> times) {}

  record Echo(UUID id, String spokenText, Optional<Instant> heardAt) {}

  record Echoes(List<Echo> items, Optional<String> next) {}

  @PostMapping
  @Requires(Permission.TAKE_PART)
  @Operation(summary = "Make an echo")
  @ApiResponse(responseCode = "201", description = "It is made.")
  ResponseEntity<Echo> make(Caller.Person caller, @RequestBody Wanted wanted)
      throws InterruptedException {
    if (wanted.text().isEmpty()) {
      throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, "say something");
    }
    MADE.incrementAndGet();
    hold.await(20, TimeUnit.SECONDS);
    Echo echo = new Echo(UUID.randomUUID(), wanted.text(), Optional.empty());
    return ResponseEntity.created(URI.create("/api/v1/test/echoes/" + echo.id())).body(echo);
  }

  @GetMapping
  @Requires(Permission.TAKE_PART)
  @Operation(summary = "List echoes")
  Echoes list(@RequestParam(defaultValue = "1") int limit, @RequestParam Optional<UUID> after) {
    List<Echo> echoes =
        java.util.stream.Stream.generate(() -> new Echo(new UUID(0, 1), "hello", Optional.empty()))
            .limit(limit)
            .toList();
    return new Echoes(echoes, Optional.empty());
  }

  @GetMapping("/{id}/sound")
  @Requires(Permission.TAKE_PART)
  @Operation(summary = "Download an echo")
  ResponseEntity<ByteArrayResource> sound(@PathVariable String id) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .body(new ByteArrayResource(id.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
  }

  /// The second event comes when the test lets it.
  @GetMapping("/{id}/events")
  @Requires(Permission.TAKE_PART)
  @Operation(summary = "Hear an echo")
  SseEmitter events(@PathVariable String id) throws IOException {
    SseEmitter emitter = new SseEmitter();
    CountDownLatch release = hold;
    Thread.startVirtualThread(
        () -> {
          try {
            emitter.send("first");
            release.await(20, TimeUnit.SECONDS);
            emitter.send("second");
            emitter.complete();
          } catch (IOException | InterruptedException gone) {
            emitter.completeWithError(gone);
          }
        });
    return emitter;
  }
}
