package io.aegispcap.platform.alerts.web;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.Requires;
import io.aegispcap.platform.alerts.Alert;
import io.aegispcap.platform.alerts.AlertId;
import io.aegispcap.platform.alerts.Alerts;
import io.aegispcap.platform.alerts.talk.Conversation;
import io.aegispcap.platform.web.Redirect;
import io.aegispcap.platform.web.Reply;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What people say at the page of an alert.
@Controller
class CommentController {
  private final Alerts alerts;
  private final Conversation conversation;

  CommentController(Alerts alerts, Conversation conversation) {
    this.alerts = alerts;
    this.conversation = conversation;
  }

  @PostMapping("/alerts/{id}/comments")
  @Requires(Permission.TAKE_PART)
  Reply say(Caller.Person caller, @PathVariable long id, @RequestParam String text) {
    Alert alert = alerts.require(new AlertId(id), caller);
    return at(alert, conversation.say(caller, alert, text).id());
  }

  @PostMapping("/alerts/{id}/comments/{comment}")
  @Requires(Permission.TAKE_PART)
  Reply edit(
      Caller.Person caller,
      @PathVariable long id,
      @PathVariable long comment,
      @RequestParam String text) {
    Alert alert = alerts.require(new AlertId(id), caller);
    return at(alert, conversation.edit(caller, alert, comment, text).id());
  }

  @PostMapping("/alerts/{id}/comments/{comment}/delete")
  @Requires(Permission.TAKE_PART)
  Reply delete(Caller.Person caller, @PathVariable long id, @PathVariable long comment) {
    Alert alert = alerts.require(new AlertId(id), caller);
    conversation.delete(caller, alert, comment);
    return new Redirect(alert.path() + "#comments");
  }

  private static Redirect at(Alert alert, long comment) {
    return new Redirect(alert.path() + "#comment-" + comment);
  }
}
