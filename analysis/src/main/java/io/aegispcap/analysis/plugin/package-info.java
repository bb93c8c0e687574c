/// Flows as plugins see them, and what plugins find as findings of ours. Who runs the plugins is
/// somebody else's business: [DetectorSource].
@NullMarked
package io.aegispcap.analysis.plugin;

import org.jspecify.annotations.NullMarked;
