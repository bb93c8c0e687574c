/// Lists of alerts: what is asked for, and what comes.
@NamedInterface("inbox")
@NullMarked
package io.aegispcap.platform.alerts.inbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
