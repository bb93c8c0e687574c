package io.aegispcap.platform.plugins;

import io.aegispcap.extension.pack.CheckInput;
import io.aegispcap.extension.pack.CheckResult;
import io.aegispcap.extension.pack.ExtensionPackage;
import io.aegispcap.extension.pack.InvalidPackageException;
import io.aegispcap.extension.pack.Manifest;
import io.aegispcap.extension.pack.PackageChecks;
import io.aegispcap.extension.pack.PackageSignature;
import io.aegispcap.extension.pack.Verdict;
import io.aegispcap.extension.sandbox.Confinement;
import io.aegispcap.extension.trust.Trust;
import io.aegispcap.extension.trust.TrustDecision;
import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Deeds;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.blobs.Blob;
import io.aegispcap.platform.blobs.Blobs;
import io.aegispcap.platform.blobs.DamagedBlobException;
import io.aegispcap.platform.blobs.MissingBlobException;
import io.aegispcap.platform.captures.Version;
import io.aegispcap.platform.web.ProblemException;
import io.aegispcap.platform.web.ProblemType;
import io.aegispcap.plugin.Capability;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes packages in, and says which of them run: offer, install, switch, set, remove.
@Service
public class PluginManager {
  private final Plugins plugins;
  private final PluginDependencies dependencies;
  private final Confinement confinement;
  private final Blobs blobs;
  private final Deeds deeds;
  private final InstantSource clock;

  PluginManager(
      Plugins plugins,
      PluginDependencies dependencies,
      Confinement confinement,
      Blobs blobs,
      Deeds deeds,
      InstantSource clock) {
    this.plugins = plugins;
    this.dependencies = dependencies;
    this.confinement = confinement;
    this.blobs = blobs;
    this.deeds = deeds;
    this.clock = clock;
  }

  public List<HeldPlugin> all() {
    return plugins.all();
  }

  /// @throws ProblemException NOT_FOUND when it is not here
  public HeldPlugin require(PluginId id) {
    return plugins.find(id).orElseThrow(() -> ProblemException.notFound("plugin " + id));
  }

  /// Checks a package and keeps it with its verdicts; nothing of it runs.
  ///
  /// @throws ProblemException INVALID when it is no package; says all that is wrong
  public HeldPlugin offer(Caller.Person caller, byte[] content) throws IOException {
    Path draft = Files.createTempFile("aegis-offer", ".aegisx");
    try {
      Files.write(draft, content);
      ExtensionPackage extension = ExtensionPackage.open(draft);
      List<CheckResult> checks =
          PackageChecks.run(
              new CheckInput(extension, Version.number(), Set.of(), knownIds(extension)));
      TrustDecision trust = Trust.decide(extension, plugins);
      Blob blob = blobs.store(new ByteArrayInputStream(content));
      return keep(caller, held(caller, extension, checks, trust, blob), extension);
    } catch (InvalidPackageException e) {
      throw new ProblemException(
          ProblemType.Common.INVALID,
          "This is no plugin package: " + String.join("; ", e.faults()) + ".");
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private Set<String> knownIds(ExtensionPackage extension) {
    Set<String> ids = new TreeSet<>();
    plugins.all().forEach(plugin -> ids.add(plugin.manifest().id()));
    ids.remove(extension.manifest().id());
    return ids;
  }

  private HeldPlugin held(
      Caller.Person caller,
      ExtensionPackage extension,
      List<CheckResult> checks,
      TrustDecision trust,
      Blob blob) {
    boolean failed = checks.stream().anyMatch(check -> check.verdict() == Verdict.FAILED);
    return new HeldPlugin(
        new PluginId(UUID.randomUUID()),
        extension.manifest(),
        blob.id(),
        extension.signature().map(PackageSignature::key).orElse(""),
        trust.explanation(),
        failed || !acceptable(trust),
        checks.stream().map(PluginManager::part).toList(),
        PluginState.OFFERED,
        Set.of(),
        Map.of(),
        Map.of(),
        clock.instant(),
        caller.id(),
        Optional.empty());
  }

  private static boolean acceptable(TrustDecision trust) {
    return switch (trust) {
      case TrustDecision.Trusted _, TrustDecision.FirstUse _ -> true;
      case TrustDecision.Unsigned _,
          TrustDecision.Altered _,
          TrustDecision.Revoked _,
          TrustDecision.OtherKey _,
          TrustDecision.RolledBack _ ->
          false;
    };
  }

  private static CheckedPart part(CheckResult result) {
    return new CheckedPart(
        result.check(), result.verdict().name().toLowerCase(Locale.ROOT), result.evidence());
  }

  private HeldPlugin keep(Caller.Person caller, HeldPlugin plugin, ExtensionPackage extension) {
    HeldPlugin kept =
        plugins.offer(plugin, new String(extension.content(Manifest.FILE), StandardCharsets.UTF_8));
    if (kept.id().equals(plugin.id())) {
      deeds.record(caller, "plugin.offer", kept.id().toString(), facts(kept));
    }
    return kept;
  }

  private static Map<String, String> facts(HeldPlugin plugin) {
    return Map.of(
        "package", plugin.manifest().id(),
        "version", plugin.manifest().version(),
        "sha256", plugin.content().sha256());
  }

  /// What has to be installed together with it.
  public PluginDependencies.Plan plan(HeldPlugin plugin) {
    return dependencies.plan(plugin);
  }

  /// Installs it with what was consented to, and with it what it needs; keys of authors are pinned
  /// at first use.
  ///
  /// @param consented what it may see and do; not more than it asks for
  /// @param with the same for each package that it needs and that is not installed yet
  /// @throws ProblemException CONFLICT when it may not be installed; says what it needs
  @Transactional
  public void install(
      Caller.Person caller,
      PluginId id,
      Set<Capability> consented,
      Map<PluginId, Set<Capability>> with)
      throws IOException {
    HeldPlugin plugin = require(id);
    List<HeldPlugin> others =
        switch (dependencies.plan(plugin)) {
          case PluginDependencies.Plan.Together(List<HeldPlugin> needed) -> needed;
          case PluginDependencies.Plan.Impossible(String explanation) ->
              throw new ProblemException(ProblemType.Common.CONFLICT, explanation);
        };
    if (!others.stream().map(HeldPlugin::id).collect(Collectors.toSet()).equals(with.keySet())) {
      throw new ProblemException(
          ProblemType.Common.CONFLICT,
          others.isEmpty()
              ? "It needs nothing that is not installed."
              : "It needs what is not installed yet, and has to be consented to with it: "
                  + others.stream().map(PluginManager::named).collect(Collectors.joining(", "))
                  + ".");
    }
    for (HeldPlugin other : others) {
      install(caller, other, with.getOrDefault(other.id(), Set.of()));
    }
    install(caller, plugin, consented);
  }

  private static String named(HeldPlugin plugin) {
    return plugin.manifest().id() + " " + plugin.manifest().version() + " (" + plugin.id() + ")";
  }

  private void install(Caller.Person caller, HeldPlugin plugin, Set<Capability> consented)
      throws IOException {
    PluginId id = plugin.id();
    Manifest manifest = plugin.manifest();
    if (!manifest.capabilities().containsAll(consented)) {
      throw new ProblemException(
          ProblemType.Common.INVALID, "More was granted than the plugin asks for.");
    }
    TrustDecision trust = decide(plugin);
    if (plugin.failed() || !acceptable(trust)) {
      throw new ProblemException(
          ProblemType.Common.CONFLICT,
          plugin.failed()
              ? "A check of this package failed."
              : "Its signature: " + trust.explanation() + ".");
    }
    plugins.pin(manifest.namespace(), plugin.authorKey(), clock.instant());
    plugins.install(id, consented, clock.instant());
    Map<String, String> facts = new TreeMap<>(facts(plugin));
    facts.put("granted", new TreeSet<>(consented).toString());
    if (confinement.unsandboxed()) {
      facts.put("sandbox", "none");
    }
    deeds.record(caller, "plugin.install", id.toString(), facts);
  }

  /// Trust may have changed since it was offered.
  private TrustDecision decide(HeldPlugin plugin) throws IOException {
    try {
      Path file = blobs.file(plugin.content());
      StoredPackages.verify(plugin.content(), file);
      return Trust.decide(ExtensionPackage.open(file), plugins);
    } catch (DamagedBlobException | MissingBlobException e) {
      throw new ProblemException(
          ProblemType.Common.CONFLICT, e.getMessage() + " Or offer the package once more.");
    } catch (InvalidPackageException e) {
      throw new IOException("a package that was checked is none any more", e);
    }
  }

  @Transactional
  public void enable(Caller.Person caller, PluginId id, boolean enabled) {
    HeldPlugin plugin = requireInstalled(id);
    plugins.state(id, enabled ? PluginState.ENABLED : PluginState.DISABLED);
    deeds.record(
        caller, enabled ? "plugin.enable" : "plugin.disable", id.toString(), facts(plugin));
  }

  /// It runs before all others, or behind them.
  @Transactional
  public void place(Caller.Person caller, PluginId id, boolean first) {
    HeldPlugin plugin = requireInstalled(id);
    plugins.place(id, first);
    deeds.record(caller, "plugin.order", id.toString(), facts(plugin));
  }

  /// @param settings all of them; those that are the manifest's own are not kept
  /// @throws ProblemException INVALID when one is not there, or not of its type
  @Transactional
  public void configure(Caller.Person caller, PluginId id, Map<String, String> settings) {
    HeldPlugin plugin = requireInstalled(id);
    plugins.settings(id, SettingValues.checked(plugin.manifest(), settings));
    deeds.record(caller, "plugin.configure", id.toString(), facts(plugin));
  }

  /// Whether the caller may remove it: maintainers, and who offered it before it is installed.
  public boolean mayRemove(Caller.Person caller, HeldPlugin plugin) {
    boolean own = plugin.offeredBy().equals(caller.id()) && !plugin.state().installed();
    return own || caller.may(Permission.MAINTAIN);
  }

  /// Forgets it and all that it kept.
  ///
  /// @throws ProblemException FORBIDDEN for who may not
  @Transactional
  public void remove(Caller.Person caller, PluginId id) {
    HeldPlugin plugin = require(id);
    if (!mayRemove(caller, plugin)) {
      throw new ProblemException(
          ProblemType.Common.FORBIDDEN,
          "Maintainers may remove a plugin, and who offered it, before it is installed.");
    }
    List<HeldPlugin> dependents =
        plugin.state().installed() ? dependencies.dependents(plugin.manifest().id()) : List.of();
    if (!dependents.isEmpty()) {
      throw new ProblemException(
          ProblemType.Common.CONFLICT,
          "It is needed by "
              + dependents.stream().map(it -> it.manifest().id()).collect(Collectors.joining(", "))
              + ". Remove that first.");
    }
    plugins.remove(id);
    deeds.record(caller, "plugin.remove", id.toString(), facts(plugin));
  }

  /// Takes nothing more that is signed with this key, and switches off what is installed of it.
  @Transactional
  public void revoke(Caller.Person caller, String key) {
    if (!key.matches("[0-9a-f]{64}")) {
      throw new ProblemException(ProblemType.Common.INVALID, "A key has 64 hex digits.");
    }
    plugins.revoke(key, clock.instant());
    for (HeldPlugin plugin : plugins.all()) {
      if (plugin.authorKey().equals(key) && plugin.state().installed()) {
        plugins.state(plugin.id(), PluginState.DISABLED);
      }
    }
    deeds.record(caller, "plugin.revoke-key", key);
  }

  private HeldPlugin requireInstalled(PluginId id) {
    HeldPlugin plugin = require(id);
    if (!plugin.state().installed()) {
      throw new ProblemException(ProblemType.Common.CONFLICT, "The plugin is not installed.");
    }
    return plugin;
  }
}
