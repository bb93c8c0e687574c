package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import java.util.Map;
import java.util.Optional;

/// `artifact`, section 6.1 of STIX 2.1.
public record Artifact(JsonObject json) implements CyberObservable {

  /// With the identifier that follows from what it says.
  public static Artifact of() {
    return new Artifact(Encoded.identified(Encoded.observable("artifact")));
  }

  public Optional<String> mimeType() {
    return View.text(json, "mime_type");
  }

  public Artifact withMimeType(String mimeType) {
    return with("mime_type", JsonValue.of(mimeType));
  }

  public Optional<byte[]> payloadBin() {
    return View.binary(json, "payload_bin");
  }

  public Artifact withPayloadBin(byte[] payloadBin) {
    return with("payload_bin", Encoded.binary(payloadBin));
  }

  public Optional<String> url() {
    return View.text(json, "url");
  }

  public Artifact withUrl(String url) {
    return with("url", JsonValue.of(url));
  }

  public Map<String, String> hashes() {
    return View.hashes(json, "hashes");
  }

  public Artifact withHashes(Map<String, String> hashes) {
    return with("hashes", Encoded.hashes(hashes));
  }

  public Optional<String> encryptionAlgorithm() {
    return View.text(json, "encryption_algorithm");
  }

  public Artifact withEncryptionAlgorithm(String encryptionAlgorithm) {
    return with("encryption_algorithm", JsonValue.of(encryptionAlgorithm));
  }

  public Optional<String> decryptionKey() {
    return View.text(json, "decryption_key");
  }

  public Artifact withDecryptionKey(String decryptionKey) {
    return with("decryption_key", JsonValue.of(decryptionKey));
  }

  @Override
  public Artifact with(String property, JsonValue value) {
    return new Artifact(Encoded.identified(json.with(property, value)));
  }
}
