package io.aegispcap.platform.blobs.alone;

import io.aegispcap.platform.blobs.ContentStore;
import io.aegispcap.platform.blobs.keep.Contents;
import io.aegispcap.platform.blobs.keep.VerifiedContents;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/// For commands: the store that the settings name, on the disk or elsewhere, and no more of the
/// platform. Wants a data directory and a clock.
@ComponentScan({"io.aegispcap.platform.blobs.disk", "io.aegispcap.platform.blobs.s3"})
public class BlobsAlone {

  @Bean
  ContentStore contentStore(Contents contents) {
    return new VerifiedContents(contents);
  }
}
