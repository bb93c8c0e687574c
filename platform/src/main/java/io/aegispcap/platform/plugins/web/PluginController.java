package io.aegispcap.platform.plugins.web;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Names;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.Requires;
import io.aegispcap.platform.captures.Capture;
import io.aegispcap.platform.captures.CaptureId;
import io.aegispcap.platform.captures.Captures;
import io.aegispcap.platform.plugins.HeldPlugin;
import io.aegispcap.platform.plugins.PluginCharts;
import io.aegispcap.platform.plugins.PluginId;
import io.aegispcap.platform.plugins.PluginManager;
import io.aegispcap.platform.plugins.Plugins;
import io.aegispcap.platform.plugins.running.Cages;
import io.aegispcap.platform.plugins.trial.Trials;
import io.aegispcap.platform.web.ProblemException;
import io.aegispcap.platform.web.ProblemType;
import io.aegispcap.platform.web.Redirect;
import io.aegispcap.platform.web.Reply;
import io.aegispcap.platform.web.SearchText;
import io.aegispcap.plugin.Capability;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// Plugins: offered by anybody, installed by maintainers.
@Controller
@RequestMapping("/plugins")
class PluginController {
  private static final int SHOWN = 20;
  private static final int CAPTURES = 100;
  private static final String SETTING = "setting.";

  private final PluginManager manager;
  private final Plugins plugins;
  private final PluginCharts charts;
  private final Trials trials;
  private final Captures captures;
  private final Cages cages;
  private final Names names;
  private final PluginFinder finder;

  PluginController(
      PluginManager manager,
      Plugins plugins,
      PluginCharts charts,
      Trials trials,
      Captures captures,
      Cages cages,
      Names names,
      PluginFinder finder) {
    this.manager = manager;
    this.plugins = plugins;
    this.charts = charts;
    this.trials = trials;
    this.captures = captures;
    this.cages = cages;
    this.names = names;
    this.finder = finder;
  }

  @GetMapping
  @Requires(Permission.TAKE_PART)
  Reply list(@RequestParam(defaultValue = "") String q) {
    SearchText wanted = new SearchText(q);
    List<HeldPlugin> all = manager.all();
    return new PluginListPage(finder.among(all, wanted), all.size(), wanted, cages.confinement());
  }

  @PostMapping
  @Requires(Permission.TAKE_PART)
  Reply offer(Caller.Person caller, @RequestParam MultipartFile file) throws IOException {
    if (file.isEmpty()) {
      throw new ProblemException(
          ProblemType.Common.BAD_REQUEST, "There is no file in the form. Choose a package first.");
    }
    return new Redirect(manager.offer(caller, file.getBytes()).path());
  }

  @GetMapping("/{id}")
  @Requires(Permission.TAKE_PART)
  Reply show(Caller.Person caller, @PathVariable UUID id, @RequestParam Optional<String> saved) {
    HeldPlugin plugin = manager.require(new PluginId(id));
    List<Capture> visible = captures.visible(caller, CAPTURES);
    return new PluginPage(
        plugin,
        Optional.ofNullable(names.of(List.of(plugin.offeredBy())).get(plugin.offeredBy())),
        plugins
            .installed(plugin.manifest().id())
            .filter(installed -> !installed.id().equals(plugin.id())),
        saved.isPresent(),
        caller.may(Permission.MAINTAIN),
        manager.mayRemove(caller, plugin),
        visible,
        trials.own(caller, plugin.id(), SHOWN),
        plugins.failures(plugin.id(), SHOWN),
        plugins.costs(plugin.id(), SHOWN),
        dashboard(plugin, visible),
        plugin.state().installed() ? Optional.empty() : Optional.of(manager.plan(plugin)));
  }

  private Optional<PluginPage.Dashboard> dashboard(HeldPlugin plugin, List<Capture> visible) {
    Map<CaptureId, Capture> seen =
        visible.stream().collect(Collectors.toMap(Capture::id, capture -> capture));
    return charts.latest(plugin.id(), CAPTURES).stream()
        .filter(drawn -> seen.containsKey(drawn.capture()))
        .findFirst()
        .map(
            drawn ->
                new PluginPage.Dashboard(
                    drawn.capture(),
                    Objects.requireNonNull(seen.get(drawn.capture())).name(),
                    ChartsView.of(drawn.answers())));
  }

  @PostMapping("/{id}/install")
  @Requires(Permission.MAINTAIN)
  Reply install(
      Caller.Person caller,
      @PathVariable UUID id,
      @RequestParam(name = "capability", defaultValue = "") Set<String> consented,
      @RequestParam(name = "with", defaultValue = "") Set<UUID> with,
      @RequestParam MultiValueMap<String, String> form)
      throws IOException {
    Map<PluginId, Set<Capability>> others = new LinkedHashMap<>();
    for (UUID other : with) {
      List<String> granted = form.getOrDefault("capability." + other, List.of());
      others.put(new PluginId(other), capabilities(granted));
    }
    manager.install(caller, new PluginId(id), capabilities(consented), others);
    return new Redirect("/plugins/" + id);
  }

  private static Set<Capability> capabilities(Collection<String> texts) {
    return texts.stream().flatMap(text -> Capability.of(text).stream()).collect(Collectors.toSet());
  }

  @PostMapping("/{id}/enable")
  @Requires(Permission.MAINTAIN)
  Reply enable(Caller.Person caller, @PathVariable UUID id, @RequestParam boolean enabled) {
    manager.enable(caller, new PluginId(id), enabled);
    return new Redirect("/plugins/" + id);
  }

  @PostMapping("/{id}/place")
  @Requires(Permission.MAINTAIN)
  Reply place(Caller.Person caller, @PathVariable UUID id, @RequestParam boolean first) {
    manager.place(caller, new PluginId(id), first);
    return new Redirect("/plugins");
  }

  /// Fields that begin with `setting.` are settings.
  @PostMapping("/{id}/settings")
  @Requires(Permission.MAINTAIN)
  Reply configure(
      Caller.Person caller, @PathVariable UUID id, @RequestParam Map<String, String> form) {
    Map<String, String> settings = new LinkedHashMap<>();
    form.forEach(
        (name, value) -> {
          if (name.startsWith(SETTING)) {
            settings.put(name.substring(SETTING.length()), value);
          }
        });
    manager.configure(caller, new PluginId(id), settings);
    return new Redirect("/plugins/" + id + "?saved");
  }

  @PostMapping("/{id}/remove")
  @Requires(Permission.TAKE_PART)
  Reply remove(Caller.Person caller, @PathVariable UUID id) {
    manager.remove(caller, new PluginId(id));
    return new Redirect("/plugins");
  }

  @PostMapping("/{id}/revoke-key")
  @Requires(Permission.MAINTAIN)
  Reply revoke(Caller.Person caller, @PathVariable UUID id) {
    manager.revoke(caller, manager.require(new PluginId(id)).authorKey());
    return new Redirect("/plugins/" + id);
  }
}
