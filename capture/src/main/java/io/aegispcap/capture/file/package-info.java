/// Capture files and streams, read as packets in order.
@NullMarked
package io.aegispcap.capture.file;

import org.jspecify.annotations.NullMarked;
