/// One packet at a time: a reused cursor over captured bytes and what its headers say.
@NullMarked
package io.aegispcap.capture.packet;

import org.jspecify.annotations.NullMarked;
