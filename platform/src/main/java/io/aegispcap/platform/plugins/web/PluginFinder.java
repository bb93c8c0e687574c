package io.aegispcap.platform.plugins.web;

import io.aegispcap.platform.access.Names;
import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.plugins.HeldPlugin;
import io.aegispcap.platform.web.SearchText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Finds plugins by words over what their rows show.
@Component
class PluginFinder {
  private final Names names;

  PluginFinder(Names names) {
    this.names = names;
  }

  /// Those of them in which all words are found, in the same order; all of them when there is
  /// nothing to look for. A plugin's author is known by a key, and by who offered it.
  List<HeldPlugin> among(List<HeldPlugin> plugins, SearchText wanted) {
    if (wanted.isEmpty()) {
      return plugins;
    }
    Map<PersonId, String> people =
        names.of(plugins.stream().map(HeldPlugin::offeredBy).distinct().toList());
    List<String> words = wanted.words();
    return plugins.stream()
        .filter(plugin -> holds(plugin, people.getOrDefault(plugin.offeredBy(), ""), words))
        .toList();
  }

  private static boolean holds(HeldPlugin plugin, String by, List<String> words) {
    String said =
        String.join(
                "\n",
                plugin.manifest().name(),
                plugin.manifest().id(),
                plugin.manifest().description(),
                plugin.authorKey(),
                by)
            .toLowerCase(Locale.ROOT);
    return words.stream().allMatch(said::contains);
  }
}
