package io.aegispcap.platform.alerts.web;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Names;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.access.Reads;
import io.aegispcap.platform.access.Requires;
import io.aegispcap.platform.alerts.Alert;
import io.aegispcap.platform.alerts.AlertId;
import io.aegispcap.platform.alerts.Alerts;
import io.aegispcap.platform.alerts.talk.Comment;
import io.aegispcap.platform.alerts.talk.Conversation;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What is said about an alert, for programs.
@RestController
@RequestMapping("/api/v1/alerts/{id}/comments")
class CommentApi {
  private final Alerts alerts;
  private final Conversation conversation;
  private final Names names;
  private final Reads reads;

  CommentApi(Alerts alerts, Conversation conversation, Names names, Reads reads) {
    this.alerts = alerts;
    this.conversation = conversation;
    this.names = names;
    this.reads = reads;
  }

  @GetMapping
  @Requires(Permission.VISIT)
  Wire.Page<Wire.Said> list(Caller caller, @PathVariable long id) {
    Alert alert = alert(caller, id);
    List<Comment> comments = conversation.of(alert);
    reads.record(caller, "comment.list", alert.id().toString(), "", comments.size());
    Map<PersonId, String> known = names.of(comments.stream().map(Comment::person).toList());
    return new Wire.Page<>(
        comments.stream().map(comment -> Wire.Said.of(comment, known)).toList(), null);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.TAKE_PART)
  Wire.Said say(Caller.Person caller, @PathVariable long id, @RequestBody Wire.Text text) {
    return said(conversation.say(caller, alert(caller, id), text.text()));
  }

  @PutMapping("/{comment}")
  @Requires(Permission.TAKE_PART)
  Wire.Said edit(
      Caller.Person caller,
      @PathVariable long id,
      @PathVariable long comment,
      @RequestBody Wire.Text text) {
    return said(conversation.edit(caller, alert(caller, id), comment, text.text()));
  }

  @DeleteMapping("/{comment}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.TAKE_PART)
  void delete(Caller.Person caller, @PathVariable long id, @PathVariable long comment) {
    conversation.delete(caller, alert(caller, id), comment);
  }

  private Alert alert(Caller caller, long id) {
    return alerts.require(new AlertId(id), caller);
  }

  private Wire.Said said(Comment comment) {
    return Wire.Said.of(comment, names.of(List.of(comment.person())));
  }
}
