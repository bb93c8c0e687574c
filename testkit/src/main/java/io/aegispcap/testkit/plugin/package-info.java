/// Tries plugins without a host: give it flows, look at what it says.
@NullMarked
package io.aegispcap.testkit.plugin;

import org.jspecify.annotations.NullMarked;
