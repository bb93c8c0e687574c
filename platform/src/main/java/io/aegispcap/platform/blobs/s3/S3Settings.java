package io.aegispcap.platform.blobs.s3;

import java.net.URI;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// @param bucket where content is; it exists
/// @param prefix of the keys in it
/// @param endpoint of a store that is not Amazon's
/// @param region as the store calls it
/// @param accessKey who enters; without it, where Amazon's programs look for one
/// @param secretKey with what
/// @param pathStyle whether the bucket is in the path of URLs rather than in the host's name
/// @param cache how much is kept on the disk of this node for reading
@ConfigurationProperties("aegis.blobs.s3")
record S3Settings(
    String bucket,
    @DefaultValue("blobs/") String prefix,
    Optional<URI> endpoint,
    @DefaultValue("us-east-1") String region,
    Optional<String> accessKey,
    Optional<String> secretKey,
    @DefaultValue("false") boolean pathStyle,
    @DefaultValue("20GB") DataSize cache) {}
