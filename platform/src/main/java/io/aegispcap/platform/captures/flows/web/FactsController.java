package io.aegispcap.platform.captures.flows.web;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.Requires;
import io.aegispcap.platform.captures.CaptureTab;
import io.aegispcap.platform.captures.flows.Flows;
import io.aegispcap.platform.captures.flows.SeenFile;
import io.aegispcap.platform.captures.flows.SeenName;
import io.aegispcap.platform.captures.flows.web.CaptureFlows.Opened;
import io.aegispcap.platform.captures.web.CaptureHeads;
import io.aegispcap.platform.web.Reply;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Names and files of a capture.
@Controller
class FactsController {
  private final CaptureFlows captures;
  private final CaptureHeads heads;
  private final Flows flows;

  FactsController(CaptureFlows captures, CaptureHeads heads, Flows flows) {
    this.captures = captures;
    this.heads = heads;
    this.flows = flows;
  }

  @Bean
  static CaptureTab namesTab() {
    return new CaptureTab(30, "names", "Names");
  }

  @Bean
  static CaptureTab filesTab() {
    return new CaptureTab(40, "files", "Files");
  }

  @GetMapping("/captures/{id}/names")
  @Requires(Permission.VISIT)
  Reply names(Caller caller, @PathVariable UUID id, @RequestParam(defaultValue = "") String q) {
    Opened opened = captures.open(caller, id);
    FilterBar bar = FilterBar.read(opened.path(), opened.path() + "/names", q);
    List<SeenName> names =
        bar.fault().isPresent()
            ? List.of()
            : flows.names(opened.flows(), bar.filter(), NamesPage.ROWS + 1);
    List<SeenName> shown = names.stream().limit(NamesPage.ROWS).toList();
    captures.read(caller, opened, "name.list", bar, shown.size());
    return new NamesPage(
        heads.of(opened.capture(), caller), bar, shown, names.size() > NamesPage.ROWS);
  }

  @GetMapping("/captures/{id}/files")
  @Requires(Permission.VISIT)
  Reply files(Caller caller, @PathVariable UUID id, @RequestParam(defaultValue = "") String q) {
    Opened opened = captures.open(caller, id);
    FilterBar bar = FilterBar.read(opened.path(), opened.path() + "/files", q);
    List<SeenFile> files =
        bar.fault().isPresent()
            ? List.of()
            : flows.files(opened.flows(), bar.filter(), FilesPage.ROWS + 1);
    List<SeenFile> shown = files.stream().limit(FilesPage.ROWS).toList();
    captures.read(caller, opened, "file.list", bar, shown.size());
    return new FilesPage(
        heads.of(opened.capture(), caller), bar, shown, files.size() > FilesPage.ROWS);
  }
}
