package io.aegispcap.platform.captures.search;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.captures.Capture;
import io.aegispcap.platform.captures.library.Audience;
import io.aegispcap.platform.web.Icon;
import io.aegispcap.platform.web.SearchSource;
import io.aegispcap.platform.web.SearchText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Finds captures.
@Component
@Order(10)
class CaptureFinder implements SearchSource {
  private static final int NOTES_SHOWN = 90;

  private final Findings findings;

  CaptureFinder(Findings findings) {
    this.findings = findings;
  }

  @Override
  public String kind() {
    return "captures";
  }

  @Override
  public String heading() {
    return "Captures";
  }

  @Override
  public List<Hit> find(SearchText wanted, Caller caller, int most) {
    return findings.captures(wanted, Audience.of(caller), most).stream()
        .map(
            capture ->
                new Hit(Icon.WAVE, capture.name(), detail(capture), "/captures/" + capture.id()))
        .toList();
  }

  private static String detail(Capture capture) {
    return Stream.of(String.join(", ", capture.tags()), beginning(capture.notes()))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  private static String beginning(String notes) {
    String line = notes.lines().findFirst().orElse("").strip();
    return line.codePointCount(0, line.length()) <= NOTES_SHOWN
        ? line
        : line.substring(0, line.offsetByCodePoints(0, NOTES_SHOWN)) + "…";
  }

  @Override
  public Optional<String> all(SearchText wanted) {
    return Optional.of("/captures?q=" + wanted.encoded());
  }
}
