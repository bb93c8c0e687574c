package io.aegispcap.platform.blobs.s3;

import io.aegispcap.platform.blobs.Blob;
import io.aegispcap.platform.blobs.BlobId;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Objects named by their content, under a prefix. The SDK's faults become [IOException].
record Bucket(S3Client client, String name, String prefix) {
  private static final int NOT_FOUND = 404;

  interface Call<T> {
    T make() throws IOException;
  }

  String key(BlobId id) {
    return prefix + id.sha256();
  }

  /// How large the object is; empty when there is none.
  Optional<Long> size(BlobId id) throws IOException {
    return call(
        () -> {
          try {
            HeadObjectResponse head =
                client.headObject(request -> request.bucket(name).key(key(id)));
            return Optional.of(head.contentLength());
          } catch (S3Exception refused) {
            return absent(refused);
          }
        });
  }

  private static Optional<Long> absent(S3Exception refused) {
    if (refused.statusCode() == NOT_FOUND) {
      return Optional.empty();
    }
    throw refused;
  }

  /// Empty when there is none.
  Optional<InputStream> read(Blob blob) throws IOException {
    return call(
        () -> {
          try {
            return Optional.of(
                client.getObject(request -> request.bucket(name).key(key(blob.id()))));
          } catch (NoSuchKeyException _) {
            return Optional.empty();
          }
        });
  }

  void remove(BlobId id) throws IOException {
    call(() -> client.deleteObject(request -> request.bucket(name).key(key(id))));
  }

  /// Gives up the uploads that nobody completed.
  void abortUploads(Instant startedBefore) throws IOException {
    call(
        () -> {
          client
              .listMultipartUploadsPaginator(request -> request.bucket(name).prefix(prefix))
              .uploads()
              .stream()
              .filter(upload -> upload.initiated().isBefore(startedBefore))
              .forEach(this::abort);
          return true;
        });
  }

  private void abort(MultipartUpload upload) {
    client.abortMultipartUpload(
        request -> request.bucket(name).key(upload.key()).uploadId(upload.uploadId()));
  }

  static <T> T call(Call<T> call) throws IOException {
    try {
      return call.make();
    } catch (SdkException failed) {
      throw new IOException("The content store does not do it: " + failed.getMessage(), failed);
    }
  }
}
