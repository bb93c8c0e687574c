/// Its tables.
@NullMarked
package io.aegispcap.platform.blobs.store;

import org.jspecify.annotations.NullMarked;
