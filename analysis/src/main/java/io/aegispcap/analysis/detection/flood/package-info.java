/// Who is flooded, and by whom.
@NullMarked
package io.aegispcap.analysis.detection.flood;

import org.jspecify.annotations.NullMarked;
