package io.aegispcap.platform.blobs.s3;

import io.aegispcap.platform.blobs.keep.Contents;
import io.aegispcap.platform.database.DataDirectory;
import io.aegispcap.platform.database.StartRefusedException;
import java.io.IOException;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

/// Content is in a bucket when one is named.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("aegis.blobs.s3.bucket")
@EnableConfigurationProperties(S3Settings.class)
class S3Configuration {

  @Bean(destroyMethod = "close")
  S3Client s3Client(S3Settings settings) {
    return S3Access.client(settings);
  }

  @Bean
  Contents contents(S3Client client, S3Settings settings, DataDirectory data, InstantSource clock)
      throws IOException {
    Bucket bucket = new Bucket(client, settings.bucket(), settings.prefix());
    try {
      client.headBucket(request -> request.bucket(settings.bucket()));
    } catch (SdkException refused) {
      throw new StartRefusedException(
          "The bucket %s of aegis.blobs.s3.bucket can't be used: %s"
              .formatted(settings.bucket(), refused.getMessage()),
          refused);
    }
    return new S3Contents(bucket, data.folder("blobs-cache"), settings.cache().toBytes(), clock);
  }
}
