package io.aegispcap.platform.captures.library;

import io.aegispcap.platform.captures.Capture;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// Which captures to list.
///
/// @param text words that each must be in the name, a tag or the notes; empty for all
/// @param mine only the audience's own
/// @param after where the page before ended
/// @param limit the most to list
public record CaptureQuery(
    Audience audience, String text, boolean mine, Sort sort, Optional<Cursor> after, int limit) {

  /// The order of a list.
  public enum Sort {
    /// The latest first.
    UPLOADED,
    NAME,
    /// The largest first.
    SIZE;

    public String slug() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Sort> parse(String text) {
      return Arrays.stream(values()).filter(sort -> sort.slug().equals(text)).findFirst();
    }

    private String key(Capture capture) {
      return switch (this) {
        case UPLOADED -> capture.uploaded().toString();
        case NAME -> capture.name();
        case SIZE -> Long.toString(capture.size());
      };
    }

    private boolean isKey(String key) {
      return switch (this) {
        case UPLOADED -> Instant.parse(key).isAfter(Instant.EPOCH);
        case NAME -> key.indexOf('\0') < 0;
        case SIZE -> Long.parseLong(key) >= 0;
      };
    }
  }

  /// The last capture of a page.
  ///
  /// @param key what the list is sorted by
  public record Cursor(Sort sort, String key, UUID id) {

    public static Cursor at(Sort sort, Capture capture) {
      return new Cursor(sort, sort.key(capture), capture.id().value());
    }

    /// Empty when the text is none of ours, or of a list in another order.
    public static Optional<Cursor> parse(String text, Sort sort) {
      try {
        String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        String[] parts = plain.split(" ", 3);
        return parts.length == 3 && parts[0].equals(sort.slug()) && sort.isKey(parts[2])
            ? Optional.of(new Cursor(sort, parts[2], UUID.fromString(parts[1])))
            : Optional.empty();
      } catch (IllegalArgumentException | DateTimeParseException _) {
        return Optional.empty();
      }
    }

    @Override
    public String toString() {
      String plain = sort.slug() + " " + id + " " + key;
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }
  }

  /// The words of the text, lower case.
  public List<String> words() {
    return Arrays.stream(text.replace("\0", "").strip().toLowerCase(Locale.ROOT).split("\\s+", -1))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
