package io.aegispcap.platform.alerts.web;

import io.aegispcap.platform.alerts.rule.Rules;
import io.aegispcap.platform.alerts.triage.Done;
import io.aegispcap.platform.alerts.triage.Undone;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What was just done, carried by the address that a change leads to. Numbers and a known word
/// alone: nobody can make the page say something of their own.
///
/// @param done which kind of change
/// @param changed how many alerts it changed
/// @param same how many were so before
/// @param missing how many are not there
/// @param kept how many stay as others left them
/// @param action what can be taken back
record DoneWords(
    @Nullable String done,
    @Nullable Integer changed,
    @Nullable Integer same,
    @Nullable Integer missing,
    @Nullable Integer kept,
    @Nullable Long action) {
  private static final Map<String, String> WORDS =
      Map.of(
          "archive", "archived",
          "escalate", "escalated",
          "start", "now in progress",
          "reopen", "open again",
          "assign", "assigned",
          "unassign", "given back",
          "undo", "as before",
          "rule", "archived by the new rule");

  static String of(String kind, Done done) {
    return "done=%s&changed=%d&same=%d&missing=%d"
            .formatted(kind, done.changed().size(), done.same(), done.missing())
        + done.action().map(action -> "&action=" + action).orElse("");
  }

  static String of(Rules.Archived archived) {
    return "done=rule&changed="
        + archived.alerts()
        + archived.action().map(action -> "&action=" + action).orElse("");
  }

  static String of(Undone undone) {
    return "done=undo&changed=%d&kept=%d".formatted(undone.alerts().size(), undone.kept());
  }

  Optional<Told> told() {
    return text().map(text -> new Told(text, Optional.ofNullable(action), "undo".equals(done)));
  }

  private Optional<String> text() {
    if (done == null) {
      return Optional.empty();
    }
    if (done.equals("nothing")) {
      return Optional.of("There is nothing to take back.");
    }
    return Optional.ofNullable(WORDS.get(done)).map(this::sentence);
  }

  private String sentence(String word) {
    int count = count(changed);
    String text = Words.count(count, "alert") + " " + word + ".";
    if (count(same) > 0) {
      text += " " + count(same) + " already so.";
    }
    if (count(kept) > 0) {
      text += " " + count(kept) + " left as they are: others changed them since.";
    }
    return count(missing) > 0 ? text + " " + count(missing) + " not there any more." : text;
  }

  private static int count(@Nullable Integer given) {
    return given == null ? 0 : Math.max(0, given);
  }
}
