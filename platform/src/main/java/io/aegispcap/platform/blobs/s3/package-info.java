/// Content as objects of an S3-compatible store.
@NullMarked
package io.aegispcap.platform.blobs.s3;

import org.jspecify.annotations.NullMarked;
