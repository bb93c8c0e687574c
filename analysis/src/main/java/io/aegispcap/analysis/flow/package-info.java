/// Bidirectional flows assembled from packets, with the protocol facts read on the way.
@NullMarked
package io.aegispcap.analysis.flow;

import org.jspecify.annotations.NullMarked;
