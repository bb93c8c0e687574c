/// Runs captures through flows, features and detection on all cores, in a fixed order.
@NullMarked
package io.aegispcap.analysis.pipeline;

import org.jspecify.annotations.NullMarked;
