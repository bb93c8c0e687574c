package io.aegispcap.platform.site.web;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.web.SearchSource;
import io.aegispcap.platform.web.SearchText;
import io.aegispcap.platform.web.Section;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Finds sections of the place by their names, for those who go about with the keyboard.
@Component
@Order(90)
class SectionFinder implements SearchSource {
  private final List<Section> sections;

  SectionFinder(List<Section> sections) {
    this.sections = List.copyOf(sections);
  }

  @Override
  public String kind() {
    return "sections";
  }

  @Override
  public String heading() {
    return "Go to";
  }

  @Override
  public List<Hit> find(SearchText wanted, Caller caller, int most) {
    return sections.stream()
        .filter(section -> caller.may(section.permission()))
        .filter(section -> holdsAll(section.label().toLowerCase(Locale.ROOT), wanted.words()))
        .map(
            section ->
                new Hit(section.icon(), section.label(), section.group().label(), section.path()))
        .limit(most)
        .toList();
  }

  private static boolean holdsAll(String label, List<String> words) {
    return words.stream().allMatch(label::contains);
  }

  @Override
  public Optional<String> all(SearchText wanted) {
    return Optional.empty();
  }
}
