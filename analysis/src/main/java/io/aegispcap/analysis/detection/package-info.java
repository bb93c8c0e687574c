/// What is suspicious, why, how sure, and which packets prove it.
@NullMarked
package io.aegispcap.analysis.detection;

import org.jspecify.annotations.NullMarked;
