package io.aegispcap.platform.alerts.web;

import io.aegispcap.platform.alerts.talk.Comment;
import io.aegispcap.platform.alerts.talk.CommentText;
import java.util.List;

/// A comment as the page shows it.
///
/// @param who wrote it
/// @param own whether the viewer did
public record Said(Comment comment, String who, boolean own) {

  public List<CommentText.Piece> pieces() {
    return CommentText.pieces(comment.text());
  }
}
