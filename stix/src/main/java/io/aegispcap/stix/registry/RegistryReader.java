package io.aegispcap.stix.registry;

import io.aegispcap.stix.resource.ResourceLines;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads names by their kinds: a kind stands alone on a line, its names on indented lines below it.
/// The files are part of this module, so that what is wrong in them is a fault.
final class RegistryReader {

  private RegistryReader() {}

  static Map<String, List<String>> read(String resource) {
    Map<String, List<String>> kinds = new LinkedHashMap<>();
    List<String> names = List.of();
    for (String line : ResourceLines.of(RegistryReader.class, resource)) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (line.startsWith(" ")) {
        names.addAll(List.of(line.strip().split(" +")));
      } else {
        names = kinds.computeIfAbsent(line.strip(), kind -> new ArrayList<>());
      }
    }
    return kinds;
  }
}
