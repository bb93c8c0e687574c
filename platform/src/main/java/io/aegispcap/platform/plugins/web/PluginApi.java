package io.aegispcap.platform.plugins.web;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.Requires;
import io.aegispcap.platform.captures.CaptureId;
import io.aegispcap.platform.plugins.CheckedPart;
import io.aegispcap.platform.plugins.HeldPlugin;
import io.aegispcap.platform.plugins.PluginDependencies;
import io.aegispcap.platform.plugins.PluginId;
import io.aegispcap.platform.plugins.PluginManager;
import io.aegispcap.platform.plugins.trial.Trial;
import io.aegispcap.platform.plugins.trial.TrialId;
import io.aegispcap.platform.plugins.trial.TrialOutcome;
import io.aegispcap.platform.plugins.trial.Trials;
import io.aegispcap.platform.web.ProblemException;
import io.aegispcap.platform.web.ProblemType;
import io.aegispcap.platform.web.SearchText;
import io.aegispcap.plugin.Capability;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// Plugins, for programs.
@RestController
@RequestMapping("/api/v1/plugins")
class PluginApi {
  private final PluginManager manager;
  private final Trials trials;
  private final PluginFinder finder;

  PluginApi(PluginManager manager, Trials trials, PluginFinder finder) {
    this.manager = manager;
    this.trials = trials;
    this.finder = finder;
  }

  record Listing<T>(List<T> items, @Nullable String next) {}

  /// A plugin.
  @JsonNaming(SnakeCaseStrategy.class)
  record Plugin(
      UUID id,
      @Schema(name = "package", example = "examples/port-knock") String name,
      String version,
      String kind,
      String sha256,
      @Schema(description = "Empty when nobody signed it") String authorKey,
      String trust,
      boolean refused,
      String state,
      List<String> asked,
      List<String> granted,
      List<CheckedPart> checks,
      Map<String, String> settings,
      Instant offered) {

    static Plugin of(HeldPlugin plugin) {
      return new Plugin(
          plugin.id().value(),
          plugin.manifest().id(),
          plugin.manifest().version(),
          plugin.manifest().kind().label(),
          plugin.content().sha256(),
          plugin.authorKey(),
          plugin.trust(),
          plugin.refused(),
          plugin.state().label(),
          texts(plugin.manifest().capabilities()),
          texts(plugin.granted()),
          plugin.checks(),
          plugin.settings(),
          plugin.offered());
    }

    private static List<String> texts(Set<Capability> capabilities) {
      return capabilities.stream().sorted().map(Capability::toString).toList();
    }
  }

  record Consent(
      @Schema(description = "Of those that it asks for", example = "[\"read:flows\"]")
          Set<String> capabilities,
      @Schema(description = "Consent for packages that it needs, by their ids, see its plan")
          @Nullable Map<UUID, Set<String>> with) {

    Map<PluginId, Set<Capability>> others() {
      Map<PluginId, Set<Capability>> others = new LinkedHashMap<>();
      if (with != null) {
        with.forEach((id, texts) -> others.put(new PluginId(id), PluginApi.capabilities(texts)));
      }
      return others;
    }
  }

  /// What a plugin needs to be installed.
  ///
  /// @param together packages that have to be installed with it
  /// @param conflict why no versions go together; null when they do
  record Needs(List<Plugin> together, @Nullable String conflict) {
    static Needs of(PluginDependencies.Plan plan) {
      return switch (plan) {
        case PluginDependencies.Plan.Together(List<HeldPlugin> others) ->
            new Needs(others.stream().map(Plugin::of).toList(), null);
        case PluginDependencies.Plan.Impossible(String explanation) ->
            new Needs(List.of(), explanation);
      };
    }
  }

  record Switch(boolean enabled) {}

  record Wanted(UUID capture) {}

  /// A trial.
  ///
  /// @param outcome null while it is not done; its job says how far it is
  record Trying(UUID id, UUID capture, UUID job, Instant asked, @Nullable TrialOutcome outcome) {
    static Trying of(Trial trial) {
      return new Trying(
          trial.id().value(),
          trial.capture().value(),
          trial.job().value(),
          trial.asked(),
          trial.outcome().orElse(null));
    }
  }

  @GetMapping
  @Requires(Permission.TAKE_PART)
  @Operation(summary = "List plugins")
  Listing<Plugin> list(
      @Parameter(description = "Words over name, id, description and author")
          @RequestParam(defaultValue = "")
          String q) {
    List<HeldPlugin> found = finder.among(manager.all(), new SearchText(q));
    return new Listing<>(found.stream().map(Plugin::of).toList(), null);
  }

  @GetMapping("/{id}")
  @Requires(Permission.TAKE_PART)
  Plugin one(@PathVariable UUID id) {
    return Plugin.of(manager.require(new PluginId(id)));
  }

  @PostMapping
  @Requires(Permission.TAKE_PART)
  @Operation(summary = "Offer a package: it is checked and kept, and does not run")
  @ApiResponse(responseCode = "201")
  ResponseEntity<Plugin> offer(
      Caller.Person caller, HttpServletRequest request, @RequestBody byte[] content)
      throws IOException {
    if (String.valueOf(request.getContentType()).contains("json")) {
      throw new ProblemException(
          ProblemType.Common.UNSUPPORTED_MEDIA_TYPE,
          "A package is sent as its bytes, such as application/zip, not as JSON.");
    }
    HeldPlugin plugin = manager.offer(caller, content);
    return ResponseEntity.created(URI.create("/api/v1/plugins/" + plugin.id()))
        .body(Plugin.of(plugin));
  }

  @PostMapping("/{id}/install")
  @Requires(Permission.MAINTAIN)
  @Operation(summary = "Install a package with what is consented to")
  Plugin install(Caller.Person caller, @PathVariable UUID id, @RequestBody Consent consent)
      throws IOException {
    manager.install(
        caller, new PluginId(id), capabilities(consent.capabilities()), consent.others());
    return Plugin.of(manager.require(new PluginId(id)));
  }

  @GetMapping("/{id}/plan")
  @Requires(Permission.TAKE_PART)
  @Operation(summary = "What has to be installed together with a package")
  Needs plan(@PathVariable UUID id) {
    return Needs.of(manager.plan(manager.require(new PluginId(id))));
  }

  private static Set<Capability> capabilities(Set<String> texts) {
    return texts.stream().map(PluginApi::capability).collect(Collectors.toSet());
  }

  private static Capability capability(String text) {
    return Capability.of(text)
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemType.Common.INVALID, "There is no capability " + text + "."));
  }

  @PutMapping("/{id}/enabled")
  @Requires(Permission.MAINTAIN)
  @Operation(summary = "Switch a plugin on or off")
  Plugin enable(Caller.Person caller, @PathVariable UUID id, @RequestBody Switch wanted) {
    manager.enable(caller, new PluginId(id), wanted.enabled());
    return Plugin.of(manager.require(new PluginId(id)));
  }

  @PutMapping("/{id}/settings")
  @Requires(Permission.MAINTAIN)
  @Operation(summary = "Set a plugin's settings; those left out are the manifest's own")
  Plugin configure(
      Caller.Person caller, @PathVariable UUID id, @RequestBody Map<String, String> settings) {
    manager.configure(caller, new PluginId(id), settings);
    return Plugin.of(manager.require(new PluginId(id)));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.TAKE_PART)
  void remove(Caller.Person caller, @PathVariable UUID id) {
    manager.remove(caller, new PluginId(id));
  }

  @PostMapping("/{id}/trials")
  @Requires(Permission.TAKE_PART)
  @Operation(summary = "Try a plugin on a capture, in its cage")
  @ApiResponse(responseCode = "201")
  ResponseEntity<Trying> ask(
      Caller.Person caller, @PathVariable UUID id, @RequestBody Wanted wanted) {
    Trial trial = trials.ask(caller, new PluginId(id), new CaptureId(wanted.capture()));
    return ResponseEntity.created(URI.create("/api/v1" + trial.path())).body(Trying.of(trial));
  }

  @GetMapping("/{id}/trials/{trial}")
  @Requires(Permission.TAKE_PART)
  Trying trial(Caller.Person caller, @PathVariable UUID id, @PathVariable UUID trial) {
    return Trying.of(trials.require(caller, new PluginId(id), new TrialId(trial)));
  }
}
