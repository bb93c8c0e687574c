/// What application protocols say, read from the bytes of one conversation.
@NullMarked
package io.aegispcap.capture.protocol;

import org.jspecify.annotations.NullMarked;
