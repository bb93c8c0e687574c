package io.aegispcap.platform.alerts.talk;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Deeds;
import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.access.Role;
import io.aegispcap.platform.accounts.Handle;
import io.aegispcap.platform.accounts.People;
import io.aegispcap.platform.accounts.Profile;
import io.aegispcap.platform.alerts.Alert;
import io.aegispcap.platform.captures.Capture;
import io.aegispcap.platform.captures.Captures;
import io.aegispcap.platform.captures.Visibility;
import io.aegispcap.platform.notices.Notices;
import io.aegispcap.platform.web.ProblemException;
import io.aegispcap.platform.web.ProblemType;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Lets people talk about an alert that they see. Who is mentioned is told, once a comment.
@Service
public class Conversation {
  /// Characters of a comment.
  public static final int LONGEST = 10_000;

  private static final int MOST_MENTIONS = 20;

  private final Comments comments;
  private final Captures captures;
  private final People people;
  private final Notices notices;
  private final Deeds deeds;

  Conversation(Comments comments, Captures captures, People people, Notices notices, Deeds deeds) {
    this.comments = comments;
    this.captures = captures;
    this.people = people;
    this.notices = notices;
    this.deeds = deeds;
  }

  /// @param alert that the caller sees
  public List<Comment> of(Alert alert) {
    return comments.of(alert.id());
  }

  /// The latest, the earliest of them first.
  ///
  /// @param alert that the caller sees
  public List<Comment> latest(Alert alert, int most) {
    return comments.latest(alert.id(), most);
  }

  @Transactional
  public Comment say(Caller.Person caller, Alert alert, String text) {
    Comment comment = comments.add(alert.id(), caller.id(), valid(text));
    tellMentioned(caller, alert, comment);
    deeds.record(
        caller,
        "alert.comment",
        alert.id().toString(),
        Map.of("comment", Long.toString(comment.id())));
    return comment;
  }

  @Transactional
  public Comment edit(Caller.Person caller, Alert alert, long id, String text) {
    requireOwn(caller, alert, id);
    comments.edit(id, valid(text));
    Comment edited = comments.find(alert.id(), id).orElseThrow();
    tellMentioned(caller, alert, edited);
    deeds.record(
        caller, "alert.comment-edit", alert.id().toString(), Map.of("comment", Long.toString(id)));
    return edited;
  }

  @Transactional
  public void delete(Caller.Person caller, Alert alert, long id) {
    requireOwn(caller, alert, id);
    comments.delete(id);
    deeds.record(
        caller,
        "alert.comment-delete",
        alert.id().toString(),
        Map.of("comment", Long.toString(id)));
  }

  private void requireOwn(Caller.Person caller, Alert alert, long id) {
    Comment comment =
        comments.find(alert.id(), id).orElseThrow(() -> ProblemException.notFound("comment " + id));
    if (!comment.person().equals(caller.id())) {
      throw new ProblemException(
          ProblemType.Common.FORBIDDEN, "Only who wrote a comment may change it.");
    }
  }

  private static String valid(String text) {
    String stripped = text.strip().replace("\r\n", "\n").replace("\0", "");
    if (stripped.isEmpty() || stripped.length() > LONGEST) {
      throw new ProblemException(
          ProblemType.Common.INVALID, "A comment has 1 to " + LONGEST + " characters.");
    }
    return stripped;
  }

  private void tellMentioned(Caller.Person caller, Alert alert, Comment comment) {
    Capture capture = captures.require(alert.capture(), caller);
    List<PersonId> mentioned =
        CommentText.mentions(comment.text()).stream()
            .limit(MOST_MENTIONS)
            .flatMap(name -> Handle.parse(name).flatMap(people::find).stream())
            .filter(profile -> sees(profile, capture) && !profile.id().equals(caller.id()))
            .map(Profile::id)
            .toList();
    if (!mentioned.isEmpty()) {
      notices.tell(
          mentioned,
          "alert-mention:" + comment.id(),
          caller.name() + " mentioned you at alert " + alert.id() + ".",
          alert.path() + "#comment-" + comment.id());
    }
  }

  /// Nobody learns from a mention that a private capture exists.
  private static boolean sees(Profile profile, Capture capture) {
    return capture.visibility() != Visibility.PRIVATE
        || capture.owner().equals(profile.id())
        || profile.roles().contains(Role.ADMINISTRATOR);
  }
}
