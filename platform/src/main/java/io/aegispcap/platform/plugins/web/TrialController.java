package io.aegispcap.platform.plugins.web;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.Requires;
import io.aegispcap.platform.captures.CaptureId;
import io.aegispcap.platform.captures.Captures;
import io.aegispcap.platform.plugins.PluginId;
import io.aegispcap.platform.plugins.PluginManager;
import io.aegispcap.platform.plugins.trial.Trial;
import io.aegispcap.platform.plugins.trial.TrialId;
import io.aegispcap.platform.plugins.trial.Trials;
import io.aegispcap.platform.web.Redirect;
import io.aegispcap.platform.web.Reply;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Tries a plugin on a capture.
@Controller
@RequestMapping("/plugins/{id}/trials")
class TrialController {
  private final PluginManager manager;
  private final Trials trials;
  private final Captures captures;

  TrialController(PluginManager manager, Trials trials, Captures captures) {
    this.manager = manager;
    this.trials = trials;
    this.captures = captures;
  }

  @PostMapping
  @Requires(Permission.TAKE_PART)
  Reply ask(Caller.Person caller, @PathVariable UUID id, @RequestParam UUID capture) {
    return new Redirect(trials.ask(caller, new PluginId(id), new CaptureId(capture)).path());
  }

  @GetMapping("/{trial}")
  @Requires(Permission.TAKE_PART)
  Reply show(Caller.Person caller, @PathVariable UUID id, @PathVariable UUID trial) {
    Trial found = trials.require(caller, new PluginId(id), new TrialId(trial));
    return new TrialPage(
        manager.require(found.plugin()),
        trials.tried(found),
        captures.require(found.capture(), caller).name());
  }
}
