package io.aegispcap.platform.blobs.s3;

import io.aegispcap.platform.blobs.Blob;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/// Puts a file into the bucket, all or nothing: in one piece when it is small, else in parts.
///
/// @param partSize in bytes, at least 5 MiB. Source: Amazon S3 User Guide, Multipart upload limits
record Upload(Bucket bucket, Blob blob, Path file, long partSize) {
  private static final long PART = 16L << 20;
  private static final int MOST_PARTS = 10_000;
  private static final String TYPE = "application/octet-stream";

  static Upload of(Bucket bucket, Blob blob, Path file) {
    return new Upload(bucket, blob, file, Math.max(PART, blob.size() / MOST_PARTS + 1));
  }

  void run() throws IOException {
    Bucket.call(
        () -> {
          if (blob.size() <= partSize) {
            client()
                .putObject(
                    request -> request.bucket(bucket.name()).key(key()).contentType(TYPE),
                    part(0, blob.size()));
          } else {
            inParts();
          }
          return true;
        });
  }

  private void inParts() {
    String upload =
        client()
            .createMultipartUpload(
                request -> request.bucket(bucket.name()).key(key()).contentType(TYPE))
            .uploadId();
    try {
      List<CompletedPart> parts = new ArrayList<>();
      for (long from = 0; from < blob.size(); from += partSize) {
        parts.add(send(upload, parts.size() + 1, from, Math.min(partSize, blob.size() - from)));
      }
      client()
          .completeMultipartUpload(
              request ->
                  request
                      .bucket(bucket.name())
                      .key(key())
                      .uploadId(upload)
                      .multipartUpload(done -> done.parts(parts)));
    } catch (SdkException | UncheckedIOException failed) {
      client()
          .abortMultipartUpload(
              request -> request.bucket(bucket.name()).key(key()).uploadId(upload));
      throw failed;
    }
  }

  private CompletedPart send(String upload, int number, long from, long size) {
    String tag =
        client()
            .uploadPart(
                request ->
                    request
                        .bucket(bucket.name())
                        .key(key())
                        .uploadId(upload)
                        .partNumber(number)
                        .contentLength(size),
                part(from, size))
            .eTag();
    return CompletedPart.builder().partNumber(number).eTag(tag).build();
  }

  /// Opened anew for each try.
  private RequestBody part(long from, long size) {
    return RequestBody.fromContentProvider(() -> open(from, size), size, TYPE);
  }

  private InputStream open(long from, long size) {
    try {
      return new FileSlice(file, from, size);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private S3Client client() {
    return bucket.client();
  }

  private String key() {
    return bucket.key(blob.id());
  }
}
