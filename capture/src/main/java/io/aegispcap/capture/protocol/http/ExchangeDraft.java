package io.aegispcap.capture.protocol.http;

import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.ntlm.NtlmMessage;
import io.aegispcap.capture.protocol.websocket.WebSocketConversation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An exchange while its messages come in.
final class ExchangeDraft {
  private final long frameId;
  private final long timestamp;
  private @Nullable HeaderBlock request;
  private @Nullable RequestLine requestLine;
  private @Nullable HeaderBlock response;
  private @Nullable StatusLine statusLine;
  private long answerFrameId;
  private boolean requestEnded;
  private boolean responseEnded;
  private long requestLength;
  private long responseLength;
  private String requestHead = "";
  private String responseHead = "";
  private Optional<BodyHash> requestBody = Optional.empty();
  private Optional<BodyHash> responseBody = Optional.empty();

  private ExchangeDraft(Conversation conversation) {
    frameId = conversation.frameId();
    timestamp = conversation.timestamp();
  }

  static ExchangeDraft ofRequest(Conversation conversation, HeaderBlock head, RequestLine line) {
    ExchangeDraft draft = new ExchangeDraft(conversation);
    draft.request = head;
    draft.requestLine = line;
    return draft;
  }

  /// For a response whose request was not seen.
  static ExchangeDraft withoutRequest(Conversation conversation) {
    ExchangeDraft draft = new ExchangeDraft(conversation);
    draft.requestEnded = true;
    return draft;
  }

  boolean isMethod(String method) {
    return requestLine != null && requestLine.method().equals(method);
  }

  void answer(Conversation conversation, HeaderBlock head, StatusLine line) {
    answerFrameId = conversation.frameId();
    response = head;
    statusLine = line;
  }

  void endRequest(long length, String head, Optional<BodyHash> body) {
    requestLength = length;
    requestHead = head;
    requestBody = body;
    requestEnded = true;
  }

  void endResponse(long length, String head, Optional<BodyHash> body) {
    responseLength = length;
    responseHead = head;
    responseBody = body;
    responseEnded = true;
  }

  boolean isEnded() {
    return requestEnded && responseEnded;
  }

  HttpExchange finish() {
    return new HttpExchange(
        frameId,
        answerFrameId,
        timestamp,
        requestLine == null ? "" : requestLine.method(),
        host(),
        requestLine == null ? "" : requestLine.target(),
        version(),
        requested(HeaderField.USER_AGENT),
        requested(HeaderField.REFERER),
        statusLine == null ? 0 : statusLine.status(),
        requested(HeaderField.CONTENT_TYPE),
        responded(HeaderField.CONTENT_TYPE),
        responded(HeaderField.CONTENT_ENCODING),
        responded(HeaderField.CONTENT_DISPOSITION).flatMap(FieldText::filename),
        requestLength,
        responseLength,
        requestBody,
        responseBody,
        requested(HeaderField.AUTHORIZATION).flatMap(FieldText::basicUser),
        responded(HeaderField.SERVER),
        content());
  }

  /// The NTLM message that the response holds, when it asks for proof.
  Optional<NtlmMessage> challenge() {
    return responded(HeaderField.WWW_AUTHENTICATE)
        .or(() -> responded(HeaderField.PROXY_AUTHENTICATE))
        .flatMap(FieldText::ntlm);
  }

  /// The login by NTLM that the request was, if it was one (MS-NTHT, RFC 4559).
  ///
  /// @param asked the challenge that it answers
  Optional<HttpLogin> login(NtlmMessage.Challenge asked) {
    Optional<String> field =
        requested(HeaderField.AUTHORIZATION).or(() -> requested(HeaderField.PROXY_AUTHORIZATION));
    return field
        .flatMap(FieldText::ntlm)
        .filter(NtlmMessage.Authenticate.class::isInstance)
        .map(NtlmMessage.Authenticate.class::cast)
        .map(
            message ->
                new HttpLogin(
                    frameId,
                    timestamp,
                    host(),
                    requestLine == null ? "" : requestLine.target(),
                    FieldText.scheme(field.orElse("")),
                    message.domain(),
                    message.user(),
                    message.workstation(),
                    message.version(),
                    asked.digest(),
                    asked.target(),
                    statusLine == null ? 0 : statusLine.status()));
  }

  /// What follows a switch of protocols (RFC 9110 7.8), such as `websocket`, in lower case.
  String upgrade() {
    return responded(HeaderField.UPGRADE).orElse("").toLowerCase(Locale.ROOT);
  }

  WebSocketConversation.Opened opened() {
    return new WebSocketConversation.Opened(
        frameId,
        timestamp,
        host(),
        requestLine == null ? "" : requestLine.target(),
        responded(HeaderField.SEC_WEBSOCKET_PROTOCOL).orElse(""));
  }

  private HttpContent content() {
    List<HttpContent.Field> fields = request == null ? List.of() : request.suspects();
    return fields.isEmpty() && requestHead.isEmpty() && responseHead.isEmpty()
        ? HttpContent.NONE
        : new HttpContent(fields, requestHead, responseHead);
  }

  private String host() {
    String authority = requestLine == null ? "" : requestLine.authority();
    return requested(HeaderField.HOST).filter(host -> !host.isEmpty()).orElse(authority);
  }

  private String version() {
    if (requestLine != null) {
      return requestLine.version();
    }
    return statusLine == null ? "" : statusLine.version();
  }

  private Optional<String> requested(HeaderField field) {
    return request == null ? Optional.empty() : request.field(field);
  }

  private Optional<String> responded(HeaderField field) {
    return response == null ? Optional.empty() : response.field(field);
  }
}
