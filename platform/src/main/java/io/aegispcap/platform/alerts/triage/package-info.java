/// What people do to alerts, and how it is taken back.
@NullMarked
package io.aegispcap.platform.alerts.triage;

import org.jspecify.annotations.NullMarked;
