package io.aegispcap.stix.filter;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.object.StixTimestamp;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What a TAXII 2.1 client matches (its section 3.4.1): alternatives within a field, all fields
/// together. An empty field matches everything.
///
/// @param ids `match[id]`
/// @param types `match[type]`
/// @param specVersions `match[spec_version]`
/// @param versions `match[version]`: `first`, `last`, `all` or times of versions; `last` when empty
public record TaxiiFilter(
    Set<String> ids, Set<String> types, Set<String> specVersions, Set<String> versions) {

  public static final TaxiiFilter ALL = new TaxiiFilter(Set.of(), Set.of(), Set.of(), Set.of());

  /// Objects written before STIX 2.1 don't say which version they are of.
  private static final String UNSAID_VERSION = "2.0";

  public TaxiiFilter {
    ids = Set.copyOf(ids);
    types = Set.copyOf(types);
    specVersions = Set.copyOf(specVersions);
    versions = Set.copyOf(versions);
    for (String version : versions) {
      if (!Set.of("first", "last", "all").contains(version)
          && StixTimestamp.find(version).isEmpty()) {
        throw new IllegalArgumentException(
            "'" + version + "' is neither first, last, all nor a timestamp");
      }
    }
  }

  /// Those that match, by the order of their first appearance and then by version.
  public List<JsonObject> apply(List<JsonObject> objects) {
    Map<String, List<JsonObject>> byId = new LinkedHashMap<>();
    for (JsonObject object : objects) {
      if (matches(object)) {
        byId.computeIfAbsent(object.text("id").orElse(""), id -> new ArrayList<>()).add(object);
      }
    }
    return byId.values().stream().flatMap(all -> chosen(all).stream()).toList();
  }

  private boolean matches(JsonObject object) {
    return has(ids, object.text("id").orElse(""))
        && has(types, object.text("type").orElse(""))
        && has(specVersions, object.text("spec_version").orElse(UNSAID_VERSION));
  }

  private static boolean has(Set<String> wanted, String actual) {
    return wanted.isEmpty() || wanted.contains(actual);
  }

  private List<JsonObject> chosen(List<JsonObject> all) {
    TreeMap<StixTimestamp, JsonObject> byTime = new TreeMap<>(Comparator.naturalOrder());
    all.forEach(object -> byTime.put(time(object), object));
    return byTime.entrySet().stream()
        .filter(
            each ->
                versions.contains("all")
                    || (versions.isEmpty() || versions.contains("last"))
                        && each.getKey().equals(byTime.lastKey())
                    || versions.contains("first") && each.getKey().equals(byTime.firstKey())
                    || versions.stream()
                        .flatMap(version -> StixTimestamp.find(version).stream())
                        .anyMatch(version -> version.compareTo(each.getKey()) == 0))
        .map(Map.Entry::getValue)
        .toList();
  }

  /// Of objects without versions, the time of their creation; of observables the beginning of time.
  private static StixTimestamp time(JsonObject object) {
    return object
        .text("modified")
        .or(() -> object.text("created"))
        .flatMap(StixTimestamp::find)
        .orElseGet(() -> new StixTimestamp("0001-01-01T00:00:00Z"));
  }
}
