package io.aegispcap.platform.captures;

import io.aegispcap.platform.web.ProblemType;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/// Refusals that are about captures alone.
public enum CaptureProblem implements ProblemType {
  NOT_A_CAPTURE(
      HttpStatus.UNPROCESSABLE_CONTENT,
      "This is not a capture",
      "Captures are pcap or pcapng files, plain or compressed with gzip or zstd. Wireshark's editcap"
          + " converts other formats: editcap -F pcapng IN OUT."),
  QUOTA_EXCEEDED(
      HttpStatus.CONTENT_TOO_LARGE,
      "You have no room for this",
      "Delete captures you no longer need, for good, or ask whoever runs this place for more."),
  UPLOAD_OFFSET(
      HttpStatus.CONFLICT,
      "The upload goes on elsewhere",
      "Ask with HEAD how far the upload is, and send on from there."),
  UPLOAD_BUSY(
      HttpStatus.LOCKED,
      "Somebody sends to this upload just now",
      "Wait for the earlier request to end, or a few seconds, then ask with HEAD how far it is."),
  UPLOAD_GONE(
      HttpStatus.GONE,
      "This upload is no more",
      "It was ended, or nothing came for too long. Begin a new one."),
  TUS_VERSION(
      HttpStatus.PRECONDITION_FAILED,
      "This version of tus is not spoken here",
      "Send Tus-Resumable: 1.0.0 with each request.");

  private final HttpStatus status;
  private final String title;
  private final String advice;

  CaptureProblem(HttpStatus status, String title, String advice) {
    this.status = status;
    this.title = title;
    this.advice = advice;
  }

  @Override
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public HttpStatus status() {
    return status;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public String advice() {
    return advice;
  }
}
