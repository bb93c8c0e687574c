package io.aegispcap.platform.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/// Follows entries from the first on, and notices when one is not what was written: each entry's
/// hash is SHA-256 over the hash before it and its own fields, each with its length.
public final class AuditChain {
  private byte[] hash = {};
  private long seq;

  /// The hash that the next entry has, after the ones seen.
  public static byte[] hash(byte[] before, AuditEntry entry) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(before.length);
      out.write(before);
      out.writeLong(entry.seq());
      write(out, entry.at().toString());
      write(out, entry.person().map(Object::toString).orElse(""));
      write(out, entry.address());
      write(out, entry.action());
      write(out, entry.target());
      write(out, entry.detail());
      return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible); // it is memory
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible); // every JDK has it
    }
  }

  private static void write(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /// What is wrong with the next entry; empty when nothing is.
  public Optional<String> follow(AuditEntry entry, byte[] written) {
    if (entry.seq() != seq + 1) {
      return Optional.of("entry %d is missing".formatted(seq + 1));
    }
    byte[] right = hash(hash, entry);
    if (!Arrays.equals(right, written)) {
      return Optional.of("entry %d was altered".formatted(entry.seq()));
    }
    seq = entry.seq();
    hash = right;
    return Optional.empty();
  }

  /// What is wrong with the end; empty when the last entry written was the last one seen.
  public Optional<String> end(long lastSeq, byte[] lastHash) {
    if (lastSeq != seq) {
      return Optional.of("entries %d to %d are missing".formatted(seq + 1, lastSeq));
    }
    return Arrays.equals(lastHash, hash)
        ? Optional.empty()
        : Optional.of("the end of the chain was altered");
  }

  /// How many entries were right.
  public long length() {
    return seq;
  }
}
