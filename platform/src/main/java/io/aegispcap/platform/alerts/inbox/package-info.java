/// Lists of alerts: what is asked for, and what comes.
@NullMarked
package io.aegispcap.platform.alerts.inbox;

import org.jspecify.annotations.NullMarked;
