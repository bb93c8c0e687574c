/// Stored content for commands, without the rest of the platform.
@NamedInterface("alone")
@NullMarked
package io.aegispcap.platform.blobs.alone;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
