package io.aegispcap.extension.trust;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;

/// An author's key pair, for Ed25519 signatures (RFC 8032). Its private half never leaves it but to
/// the author's own file.
public final class AuthorKey {
  /// Of PEM (RFC 7468, 10).
  private static final String LABEL = "PRIVATE KEY-----";

  private static final String BEGIN = "-----BEGIN " + LABEL;
  private static final String END = "-----END " + LABEL;
  private static final int MAX_FILE = 4096;

  private final KeyPair pair;

  private AuthorKey(KeyPair pair) {
    this.pair = pair;
  }

  /// A new key.
  public static AuthorKey generate() {
    try {
      return new AuthorKey(KeyPairGenerator.getInstance(Ed25519.NAME).generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java since 15 has Ed25519", e);
    }
  }

  /// Reads a private key (PKCS#8, PEM), as [#save] or `openssl genpkey -algorithm ed25519` writes
  /// it.
  ///
  /// @throws IOException when the file can't be read, or is no such key
  public static AuthorKey load(Path pem) throws IOException {
    if (Files.size(pem) > MAX_FILE) {
      throw new IOException(pem + " is longer than a private key");
    }
    String text = Files.readString(pem, US_ASCII).strip();
    boolean both = text.length() >= BEGIN.length() + END.length(); // they could share their dashes
    if (!both || !text.startsWith(BEGIN) || !text.endsWith(END)) {
      throw new IOException(pem + " is no unencrypted PEM private key: no '" + BEGIN + "'");
    }
    String base64 = text.substring(BEGIN.length(), text.length() - END.length());
    try {
      return new AuthorKey(pair(Base64.getMimeDecoder().decode(base64)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IOException(pem + " is no Ed25519 private key: " + e.getMessage(), e);
    }
  }

  /// Writes the private key (PKCS#8, PEM) into a new file that its owner alone may read.
  ///
  /// @throws java.nio.file.FileAlreadyExistsException when the file is there; it is left as it is
  /// @throws IOException when it can't be written
  public void save(Path pem) throws IOException {
    String base64 =
        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(pair.getPrivate().getEncoded());
    String text = BEGIN + "\n" + base64 + "\n" + END + "\n";
    try (SeekableByteChannel out =
        Files.newByteChannel(
            pem,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            readableByOwner())) {
      ByteBuffer rest = ByteBuffer.wrap(text.getBytes(US_ASCII));
      while (rest.hasRemaining()) {
        out.write(rest);
      }
    }
  }

  /// Its public half: 64 hex digits.
  public String publicKey() {
    return Ed25519.raw(pair.getPublic());
  }

  byte[] sign(byte[] message) {
    try {
      return Ed25519.sign(pair.getPrivate(), message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key that was read can sign", e);
    }
  }

  private static FileAttribute<?>[] readableByOwner() {
    if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      return new FileAttribute<?>[0];
    }
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
    };
  }

  /// The public half follows from the private one. The JDK works it out when it makes a key: here
  /// with the private key for randomness.
  private static KeyPair pair(byte[] pkcs8) throws GeneralSecurityException {
    byte[] seed =
        KeyFactory.getInstance(Ed25519.NAME).generatePrivate(new PKCS8EncodedKeySpec(pkcs8))
                instanceof EdECPrivateKey key
            ? key.getBytes().orElseThrow()
            : new byte[0];
    KeyPairGenerator generator = KeyPairGenerator.getInstance(Ed25519.NAME);
    generator.initialize(NamedParameterSpec.ED25519, new Seed(seed));
    KeyPair pair = generator.generateKeyPair();
    if (!(pair.getPrivate() instanceof EdECPrivateKey same)
        || !Arrays.equals(seed, same.getBytes().orElseThrow())) {
      throw new GeneralSecurityException("its public half could not be worked out");
    }
    return pair;
  }

  /// Gives out one seed.
  private static final class Seed extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final byte[] seed;

    Seed(byte[] seed) {
      this.seed = seed;
    }

    @Override
    public void nextBytes(byte[] bytes) {
      System.arraycopy(seed, 0, bytes, 0, bytes.length);
    }
  }
}
