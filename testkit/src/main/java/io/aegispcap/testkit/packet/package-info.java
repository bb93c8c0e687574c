/// Builds packets as bytes, with right lengths and checksums, for tests.
@NullMarked
package io.aegispcap.testkit.packet;

import org.jspecify.annotations.NullMarked;
