package io.aegispcap.analysis.incident;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What an incident is called.
final class Titles {
  private Titles() {}

  /// @param deeds in the order of time
  /// @param steps of it all
  /// @param stages of those that carry
  static String of(List<Deed> deeds, List<Step> steps, List<Stage> stages) {
    List<Deed> carrying = deeds.stream().filter(Deed::carries).toList();
    String main = main(carrying);
    List<String> subjects = carrying.stream().map(Deed::subject).distinct().toList();
    String others =
        subjects.size() == 1
            ? ""
            : " and " + (subjects.size() == 2 ? "one other host" : subjects.size() - 1 + " others");
    if (stages.size() > 1) {
      return main + others + ": " + String.join(", ", stages.stream().map(Stage::label).toList());
    }
    List<String> names =
        steps.stream()
            .filter(step -> carrying.stream().anyMatch(deed -> isOf(deed, step)))
            .map(step -> lower(step.detector().name()))
            .distinct()
            .toList();
    return main + others + ": " + row(names) + at(carrying, subjects);
  }

  private static boolean isOf(Deed deed, Step step) {
    return step.alerts().contains(deed.alert().id());
  }

  /// The subject whose alerts weigh most: 1 for low, 4 for medium, 16 for high, 64 for critical.
  private static String main(List<Deed> carrying) {
    Map<String, Long> weights = new LinkedHashMap<>();
    for (Deed deed : carrying) {
      long weight = 1L << 2 * (deed.alert().severity().ordinal() - 1);
      weights.merge(deed.subject(), weight, Long::sum);
    }
    String main = carrying.getFirst().subject();
    for (Map.Entry<String, Long> subject : weights.entrySet()) {
      if (subject.getValue() > weights.getOrDefault(main, 0L)) {
        main = subject.getKey();
      }
    }
    return main;
  }

  /// The target that does nothing itself, when there is just one; else how many.
  private static String at(List<Deed> carrying, List<String> subjects) {
    List<String> targets =
        carrying.stream()
            .flatMap(deed -> deed.target().stream())
            .filter(target -> !subjects.contains(target))
            .distinct()
            .toList();
    return targets.isEmpty()
        ? ""
        : " → " + (targets.size() == 1 ? targets.getFirst() : targets.size() + " hosts");
  }

  /// Acronyms keep their capitals.
  private static String lower(String name) {
    boolean acronym = name.length() > 1 && Character.isUpperCase(name.charAt(1));
    return acronym || name.isEmpty()
        ? name
        : Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  private static String row(List<String> words) {
    if (words.size() < 2) {
      return String.join("", words);
    }
    return String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
  }
}
