/// Alerts that tell one story, joined into incidents and placed in order.
@NullMarked
package io.aegispcap.analysis.incident;

import org.jspecify.annotations.NullMarked;
