/// Captures, and hosts within them, for the search over everything.
@NullMarked
package io.aegispcap.platform.captures.search;

import org.jspecify.annotations.NullMarked;
