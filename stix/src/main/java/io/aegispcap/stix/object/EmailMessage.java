package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonArray;
import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// `email-message`, section 6.6 of STIX 2.1.
public record EmailMessage(JsonObject json) implements CyberObservable {

  /// With the identifier that follows from what it says.
  public static EmailMessage of(boolean isMultipart) {
    return new EmailMessage(
        Encoded.identified(
            Encoded.observable("email-message").with("is_multipart", JsonValue.of(isMultipart))));
  }

  public boolean isMultipart() {
    return View.needed(json, "is_multipart", View.truth(json, "is_multipart"));
  }

  public EmailMessage withIsMultipart(boolean isMultipart) {
    return with("is_multipart", JsonValue.of(isMultipart));
  }

  public Optional<StixTimestamp> date() {
    return View.timestamp(json, "date");
  }

  public EmailMessage withDate(StixTimestamp date) {
    return with("date", JsonValue.of(date.toString()));
  }

  public Optional<String> contentType() {
    return View.text(json, "content_type");
  }

  public EmailMessage withContentType(String contentType) {
    return with("content_type", JsonValue.of(contentType));
  }

  public Optional<StixId> fromRef() {
    return View.id(json, "from_ref");
  }

  public EmailMessage withFromRef(StixId fromRef) {
    return with("from_ref", JsonValue.of(fromRef.toString()));
  }

  public Optional<StixId> senderRef() {
    return View.id(json, "sender_ref");
  }

  public EmailMessage withSenderRef(StixId senderRef) {
    return with("sender_ref", JsonValue.of(senderRef.toString()));
  }

  public List<StixId> toRefs() {
    return View.ids(json, "to_refs");
  }

  public EmailMessage withToRefs(List<StixId> toRefs) {
    return with("to_refs", Encoded.ids(toRefs));
  }

  public List<StixId> ccRefs() {
    return View.ids(json, "cc_refs");
  }

  public EmailMessage withCcRefs(List<StixId> ccRefs) {
    return with("cc_refs", Encoded.ids(ccRefs));
  }

  public List<StixId> bccRefs() {
    return View.ids(json, "bcc_refs");
  }

  public EmailMessage withBccRefs(List<StixId> bccRefs) {
    return with("bcc_refs", Encoded.ids(bccRefs));
  }

  public Optional<String> messageId() {
    return View.text(json, "message_id");
  }

  public EmailMessage withMessageId(String messageId) {
    return with("message_id", JsonValue.of(messageId));
  }

  public Optional<String> subject() {
    return View.text(json, "subject");
  }

  public EmailMessage withSubject(String subject) {
    return with("subject", JsonValue.of(subject));
  }

  public List<String> receivedLines() {
    return View.texts(json, "received_lines");
  }

  public EmailMessage withReceivedLines(List<String> receivedLines) {
    return with("received_lines", JsonArray.ofTexts(receivedLines));
  }

  public Optional<JsonObject> additionalHeaderFields() {
    return View.object(json, "additional_header_fields");
  }

  public EmailMessage withAdditionalHeaderFields(JsonObject additionalHeaderFields) {
    return with("additional_header_fields", additionalHeaderFields);
  }

  public Optional<String> body() {
    return View.text(json, "body");
  }

  public EmailMessage withBody(String body) {
    return with("body", JsonValue.of(body));
  }

  public List<EmailMimePart> bodyMultipart() {
    return View.structures(json, "body_multipart", EmailMimePart::new);
  }

  public EmailMessage withBodyMultipart(List<EmailMimePart> bodyMultipart) {
    return with("body_multipart", Encoded.structures(bodyMultipart));
  }

  public Optional<StixId> rawEmailRef() {
    return View.id(json, "raw_email_ref");
  }

  public EmailMessage withRawEmailRef(StixId rawEmailRef) {
    return with("raw_email_ref", JsonValue.of(rawEmailRef.toString()));
  }

  @Override
  public EmailMessage with(String property, JsonValue value) {
    return new EmailMessage(Encoded.identified(json.with(property, value)));
  }
}
