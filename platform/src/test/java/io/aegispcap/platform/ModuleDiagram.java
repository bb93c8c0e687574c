package io.aegispcap.platform;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyType;

/// The modules and what they use, as a page with a Mermaid diagram; the same text for the same
/// code.
record ModuleDiagram(ApplicationModules modules) {

  @Override
  public String toString() {
    return """
        # Modules of the platform

        Written by `ModularityTests` from the code; `-Dgolden.update` renews it. A solid arrow is a call,
        a dotted one an event that is listened to.

        ```mermaid
        flowchart TD
        %s%s```
        """
        .formatted(nodes(), arrows());
  }

  private String nodes() {
    return sorted().stream().map(this::node).collect(Collectors.joining());
  }

  private String node(ApplicationModule module) {
    return "  %s[%s]%n".formatted(id(module), module.getDisplayName());
  }

  private String arrows() {
    return sorted().stream()
        .flatMap(
            module ->
                module.getDirectDependencies(modules).stream()
                    .map(used -> arrow(module, used.getTargetModule(), used.getDependencyType()))
                    .distinct()
                    .sorted())
        .collect(Collectors.joining());
  }

  private static String arrow(ApplicationModule from, ApplicationModule to, DependencyType how) {
    String line = how == DependencyType.EVENT_LISTENER ? "-.->" : "-->";
    return "  %s %s %s%n".formatted(id(from), line, id(to));
  }

  private List<ApplicationModule> sorted() {
    return modules.stream().sorted(Comparator.comparing(ModuleDiagram::id)).toList();
  }

  private static String id(ApplicationModule module) {
    return module.getIdentifier().toString();
  }
}
