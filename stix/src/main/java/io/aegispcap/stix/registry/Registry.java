package io.aegispcap.stix.registry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The names of one registry.
public final class Registry {

  /// Of shorter names, too many are one letter apart.
  private static final int SHORTEST_LIKENESS = 4;

  private final Set<String> names;

  /// What is compared with what is misspelled: registered names by their text in lower case.
  private final Map<String, String> folded = new HashMap<>();

  /// Names in lower case by their length, in the order of the registry.
  private final Map<Integer, List<String>> byLength = new HashMap<>();

  private Registry(Collection<String> names) {
    this.names = Set.copyOf(new HashSet<>(names));
    for (String name : names) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (folded.putIfAbsent(lower, name) == null) {
        byLength.computeIfAbsent(lower.length(), length -> new ArrayList<>()).add(lower);
      }
    }
  }

  /// Media types as `application/pdf`, in lower case (RFC 6838).
  public static Registry mediaTypes() {
    return MediaTypes.NAMES;
  }

  /// Information elements of IPFIX as `octetDeltaCount` (RFC 7012).
  public static Registry ipfixElements() {
    return IpfixElements.NAMES;
  }

  /// Services with a port (RFC 6335), in IANA's spelling and in lower case, protocols with a
  /// number, and names in use of other protocols.
  public static Registry protocols() {
    return Protocols.NAMES;
  }

  /// Whether exactly this name is registered.
  public boolean has(String name) {
    return names.contains(name);
  }

  /// The registered name that this one may be meant to be: the same in other capitals, or one that
  /// a single letter more, other, swapped with its neighbour or less makes of it, in this order.
  /// Empty when there is none.
  public Optional<String> meant(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    Optional<String> same = Optional.ofNullable(folded.get(lower));
    if (same.isPresent() || lower.length() < SHORTEST_LIKENESS) {
      return same;
    }
    return Stream.of(lower.length() + 1, lower.length(), lower.length() - 1)
        .flatMap(length -> byLength.getOrDefault(length, List.of()).stream())
        .filter(registered -> isOneEditApart(lower, registered))
        .findFirst()
        .map(folded::get);
  }

  private static boolean isOneEditApart(String a, String b) {
    int same = 0;
    while (same < a.length() && same < b.length() && a.charAt(same) == b.charAt(same)) {
      same++;
    }
    if (a.length() > b.length()) {
      return tailsAreEqual(a, same + 1, b, same);
    }
    if (a.length() < b.length()) {
      return tailsAreEqual(a, same, b, same + 1);
    }
    return tailsAreEqual(a, same + 1, b, same + 1)
        || same + 1 < a.length()
            && a.charAt(same) == b.charAt(same + 1)
            && a.charAt(same + 1) == b.charAt(same)
            && tailsAreEqual(a, same + 2, b, same + 2);
  }

  private static boolean tailsAreEqual(String a, int fromA, String b, int fromB) {
    return a.length() - fromA == b.length() - fromB
        && a.regionMatches(fromA, b, fromB, a.length() - fromA);
  }

  private static final class MediaTypes {
    static final Registry NAMES =
        new Registry(
            RegistryReader.read("media-types.txt").entrySet().stream()
                .flatMap(type -> type.getValue().stream().map(name -> type.getKey() + "/" + name))
                .toList());
  }

  private static final class IpfixElements {
    static final Registry NAMES = new Registry(all("ipfix-elements.txt").toList());
  }

  private static final class Protocols {
    static final Registry NAMES =
        new Registry(
            Stream.concat(
                    all("protocols.txt"),
                    all("services.txt")
                        .flatMap(name -> Stream.of(name.toLowerCase(Locale.ROOT), name)))
                .toList());
  }

  private static Stream<String> all(String resource) {
    return RegistryReader.read(resource).values().stream().flatMap(List::stream);
  }
}
