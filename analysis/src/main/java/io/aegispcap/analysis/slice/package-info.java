/// The packets behind an alert or a flow, and copies of them.
@NullMarked
package io.aegispcap.analysis.slice;

import org.jspecify.annotations.NullMarked;
