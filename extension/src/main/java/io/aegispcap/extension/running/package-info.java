/// Plugins at work in an analysis: what they are shown, what they say, and what it cost.
@NullMarked
package io.aegispcap.extension.running;

import org.jspecify.annotations.NullMarked;
