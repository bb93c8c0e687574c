/// How content is kept: written, found, verified, collected.
@NullMarked
package io.aegispcap.platform.blobs.keep;

import org.jspecify.annotations.NullMarked;
