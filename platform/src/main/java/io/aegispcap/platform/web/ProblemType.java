package io.aegispcap.platform.web;

import java.util.Arrays;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/// A kind of refusal that programs can tell apart by its name and people understand by its words.
/// The name is part of the API: it never changes. Modules have their own beside those in [Common].
public interface ProblemType {

  /// Lower case with hyphens.
  String slug();

  HttpStatus status();

  /// What is wrong, whatever the case at hand.
  String title();

  /// What to do about it.
  String advice();

  /// The `type` of RFC 9457; the platform has a page there.
  default String uri() {
    return "/problems/" + slug();
  }

  /// Those that any endpoint may answer with.
  enum Common implements ProblemType {
    BAD_REQUEST(
        HttpStatus.BAD_REQUEST,
        "The request can't be understood",
        "Check it against the API reference, or go back and try again."),
    SIGN_IN_REQUIRED(
        HttpStatus.UNAUTHORIZED,
        "You need to sign in",
        "Sign in, or send a valid token as Authorization: Bearer."),
    FORBIDDEN(
        HttpStatus.FORBIDDEN,
        "You may not do this",
        "If the page was open for long, reload it and try again. Else ask an administrator for the role"
            + " it takes."),
    NOT_FOUND(
        HttpStatus.NOT_FOUND,
        "There is nothing here",
        "The address may be mistyped, or what was here is gone or is not shared with you."),
    METHOD_NOT_ALLOWED(
        HttpStatus.METHOD_NOT_ALLOWED,
        "This can't be done here",
        "Go back, and use what the page offers. Programs find in the Allow header what can be done."),
    NOT_ACCEPTABLE(
        HttpStatus.NOT_ACCEPTABLE,
        "There is no answer in the form you want",
        "Ask for a media type that the API reference lists."),
    CONFLICT(
        HttpStatus.CONFLICT,
        "This does not fit what is there now",
        "Reload to see the present state, then decide."),
    TOO_LARGE(
        HttpStatus.CONTENT_TOO_LARGE, "This is too large", "Send less, or ask for a larger quota."),
    UNSUPPORTED_MEDIA_TYPE(
        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
        "This kind of content is not taken here",
        "Send a media type that the API reference lists."),
    INVALID(
        HttpStatus.UNPROCESSABLE_CONTENT,
        "Something in it is not valid",
        "Correct what is named, and send it again. In a browser, go back: what you typed is still there."),
    TOO_MANY_REQUESTS(
        HttpStatus.TOO_MANY_REQUESTS,
        "That was too often",
        "Wait a moment, then try again. Programs find in the Retry-After header how long."),
    INTERNAL(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "Something went wrong on our side",
        "Try again. If it stays, tell whoever runs this place, with the number of the request: the log says more."),
    UNAVAILABLE(
        HttpStatus.SERVICE_UNAVAILABLE,
        "The database can't be reached just now",
        "What was saved is safe. Try again in a moment."),
    STORAGE_FULL(
        HttpStatus.INSUFFICIENT_STORAGE,
        "There is no room left on the server",
        "Nothing of this was kept, and what was saved before is safe. Tell whoever runs this place; then try again.");

    private final HttpStatus status;
    private final String title;
    private final String advice;

    Common(HttpStatus status, String title, String advice) {
      this.status = status;
      this.title = title;
      this.advice = advice;
    }

    /// The nearest for a status that a framework chose.
    static Common of(int status) {
      return Arrays.stream(values())
          .filter(type -> type.status.value() == status)
          .findFirst()
          .orElse(status >= HttpStatus.INTERNAL_SERVER_ERROR.value() ? INTERNAL : BAD_REQUEST);
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
}
