package io.aegispcap.platform.blobs.s3;

import io.aegispcap.platform.database.StartRefusedException;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/// Enters a store. Amazon's newer checksums are left out, which other stores often do not know;
/// content is verified by its SHA-256 anyway.
final class S3Access {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private S3Access() {}

  static S3Client client(S3Settings settings) {
    S3ClientBuilder client =
        S3Client.builder()
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(PATIENCE)
                    .socketTimeout(PATIENCE))
            .region(Region.of(settings.region()))
            .forcePathStyle(settings.pathStyle())
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .credentialsProvider(credentials(settings));
    settings.endpoint().ifPresent(client::endpointOverride);
    return client.build();
  }

  private static AwsCredentialsProvider credentials(S3Settings settings) {
    if (settings.accessKey().isPresent() != settings.secretKey().isPresent()) {
      throw new StartRefusedException(
          "Set both aegis.blobs.s3.access-key and aegis.blobs.s3.secret-key, or neither.");
    }
    return settings.accessKey().isPresent()
        ? StaticCredentialsProvider.create(
            AwsBasicCredentials.create(
                settings.accessKey().get(), settings.secretKey().orElseThrow()))
        : DefaultCredentialsProvider.builder().build();
  }
}
