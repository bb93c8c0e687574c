/// Frames between host and plugin process: framed, versioned, bounded. Each side holds whatever the
/// other says to be hostile.
@NullMarked
package io.aegispcap.cage.wire;

import org.jspecify.annotations.NullMarked;
