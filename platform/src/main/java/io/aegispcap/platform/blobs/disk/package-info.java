/// Content as files.
@NullMarked
package io.aegispcap.platform.blobs.disk;

import org.jspecify.annotations.NullMarked;
