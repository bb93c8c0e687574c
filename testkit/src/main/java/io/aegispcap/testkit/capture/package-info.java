/// Captures built byte by byte.
@NullMarked
package io.aegispcap.testkit.capture;

import org.jspecify.annotations.NullMarked;
