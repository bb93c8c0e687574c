package io.aegispcap.extension.trust;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.aegispcap.extension.pack.Damage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// What stands in files of keys and of trust is read, or refused with a reason; what is read says
/// the same once it was written again.
class TrustFuzzTests {
  private static final String KEY = "ab".repeat(32);
  private static final String STORE =
      """
      {"pinned": {"acme": "%s", "other": "%s"}, "revoked": ["%s"], "newest": {"acme/x": "1.0.0"}}
      """
          .formatted(KEY, "cd".repeat(32), "ef".repeat(32));
  private static final byte[] PEM = pem();

  private static byte[] pem() {
    try {
      Path folder = Files.createTempDirectory("key");
      try {
        AuthorKey.generate().save(folder.resolve("key.pem"));
        return Files.readAllBytes(folder.resolve("key.pem"));
      } finally {
        Files.deleteIfExists(folder.resolve("key.pem"));
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @FuzzTest(maxDuration = "6m")
  void readsOrRefusesAnyTrustStore(FuzzedDataProvider data) throws Exception {
    byte[] json = store(data);
    inFile(
        json,
        file -> {
          FileTrustStore store = FileTrustStore.open(file);
          boolean revoked = store.revoked("ef".repeat(32));
          var pinned = store.pinned("other");
          store.newest("acme/x");
          store.pin("acme", KEY);
          store.installed("acme/x", "2.0.0");
          FileTrustStore again = FileTrustStore.open(file);
          if (again.revoked("ef".repeat(32)) != revoked
              || !again.pinned("other").equals(pinned)
              || !again.pinned("acme").orElseThrow().equals(KEY)) {
            throw new AssertionError("written again it says something else");
          }
        });
  }

  private static byte[] store(FuzzedDataProvider data) {
    String odd =
        data.pickValue(
            List.of(
                "null", "[]", "{}", "1", "\"\"", "[null]", "{\"a\": null}", "{\"\": \"\"}", KEY));
    String text =
        switch (data.consumeInt(0, 4)) {
          case 0 -> odd;
          case 1 -> STORE.replaceFirst("\\{[^{}]*\\}", odd);
          case 2 -> STORE.replaceFirst("\\[[^\\]]*\\]", odd);
          case 3 -> STORE.replace("1.0.0", data.consumeString(20).replace("\\", ""));
          default -> STORE;
        };
    return Damage.done(text.getBytes(UTF_8), data);
  }

  @FuzzTest(maxDuration = "6m")
  void readsOrRefusesAnyPrivateKey(FuzzedDataProvider data) throws Exception {
    String sound = new String(PEM, US_ASCII);
    String text =
        switch (data.consumeInt(0, 3)) {
          case 0 -> sound.replace("\n", data.pickValue(List.of("", "\r\n", " ", "\n\n")));
          case 1 ->
              sound.substring(0, data.consumeInt(0, sound.length()))
                  + sound.substring(data.consumeInt(0, sound.length()));
          default -> sound;
        };
    inFile(
        Damage.done(text.getBytes(US_ASCII), data),
        file -> {
          AuthorKey key = AuthorKey.load(file);
          byte[] message = {1, 2, 3};
          byte[] signature = key.sign(message);
          if (!Ed25519.verifies(
              key.publicKey(), message, java.util.HexFormat.of().formatHex(signature))) {
            throw new AssertionError("what it signs does not verify");
          }
          Path copy = file.resolveSibling("copy");
          key.save(copy);
          AuthorKey again = AuthorKey.load(copy);
          Files.delete(copy);
          if (!again.publicKey().equals(key.publicKey())
              || !Arrays.equals(again.sign(message), signature)) {
            throw new AssertionError("saved again it is another key");
          }
        });
  }

  private interface Reading {
    void of(Path file) throws IOException;
  }

  private static void inFile(byte[] content, Reading reading) throws Exception {
    Path folder = Files.createTempDirectory("trust");
    Path file = Files.write(folder.resolve("file"), content);
    try {
      Damage.bounded(
          () -> {
            reading.of(file);
            return file;
          });
    } catch (IOException e) {
      if (e.getMessage() == null || e.getMessage().isBlank()) {
        throw new AssertionError("refused without a reason", e);
      }
    } finally {
      for (String name : List.of("file", "file.lock", "file.part", "copy")) {
        Files.deleteIfExists(folder.resolve(name));
      }
      Files.delete(folder);
    }
  }
}
