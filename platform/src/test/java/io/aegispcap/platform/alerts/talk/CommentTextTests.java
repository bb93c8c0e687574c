package io.aegispcap.platform.alerts.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.strings;

import io.aegispcap.platform.alerts.talk.CommentText.Piece;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CommentTextTests {

  @Test
  void linksAddressesOfTheWebWithoutTheFullStopBehindThem() {
    assertThat(CommentText.pieces("See https://example.org/a?b=c#d. Then (http://example.com)!"))
        .filteredOn(Piece::outside)
        .extracting(Piece::href)
        .containsExactly("https://example.org/a?b=c#d", "http://example.com");
  }

  @Test
  void linksMentionsButNotAddressesOfMail() {
    assertThat(CommentText.mentions("@ada ask @grace-h, not ada@example.org, @@eve or @ada"))
        .containsExactly("ada", "grace-h");
  }

  @Test
  void neverLinksToScripts() {
    assertThat(CommentText.pieces("javascript:alert(1) data:text/html,x JaVaScRiPt://x"))
        .allSatisfy(piece -> assertThat(piece.href()).isEmpty());
  }

  @Test
  @Tag("property")
  void losesNothingOfAnyText() {
    qt().withExamples(1000)
        .forAll(strings().basicLatinAlphabet().ofLengthBetween(0, 120))
        .check(
            text ->
                CommentText.pieces(text + " https://e.x/" + text + " @abc").stream()
                    .map(Piece::text)
                    .collect(Collectors.joining())
                    .equals(text + " https://e.x/" + text + " @abc"));
  }
}
