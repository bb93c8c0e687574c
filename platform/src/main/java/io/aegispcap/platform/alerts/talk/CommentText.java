package io.aegispcap.platform.alerts.talk;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Plain text in which addresses of the web and mentions become links. Nothing else does, so that
/// no text can become a script.
public final class CommentText {
  private static final Pattern LINK =
      Pattern.compile(
          "https?://[^\\s<>\"']+[^\\s<>\"'.,;:!?)\\]]|(?<![\\w@])@([a-z0-9][a-z0-9-]{1,28}[a-z0-9])");
  private static final Pattern MENTION =
      Pattern.compile("(?<![\\w@])@([a-z0-9][a-z0-9-]{1,28}[a-z0-9])");

  private CommentText() {}

  /// A part of the text.
  ///
  /// @param href where it leads; empty for plain text
  /// @param outside whether that is not here
  public record Piece(String text, String href, boolean outside) {}

  /// The text in pieces; put together they are the text again.
  public static List<Piece> pieces(String text) {
    List<Piece> pieces = new ArrayList<>();
    Matcher link = LINK.matcher(text);
    int at = 0;
    while (link.find()) {
      plain(text.substring(at, link.start()), pieces);
      boolean mention = link.group(1) != null;
      pieces.add(
          new Piece(link.group(), mention ? "/people/" + link.group(1) : link.group(), !mention));
      at = link.end();
    }
    plain(text.substring(at), pieces);
    return pieces;
  }

  private static void plain(String text, List<Piece> pieces) {
    if (!text.isEmpty()) {
      pieces.add(new Piece(text, "", false));
    }
  }

  /// The handles that the text mentions, each once.
  static List<String> mentions(String text) {
    return MENTION.matcher(text).results().map(CommentText::handle).distinct().toList();
  }

  private static String handle(MatchResult mention) {
    return mention.group(1);
  }
}
