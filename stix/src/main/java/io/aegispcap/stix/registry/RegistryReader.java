package io.aegispcap.stix.registry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
    for (String line : lines(resource)) {
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

  private static List<String> lines(String resource) {
    try (InputStream in = RegistryReader.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing from the module");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
