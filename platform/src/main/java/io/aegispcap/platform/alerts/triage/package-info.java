/// What people do to alerts, and how it is taken back.
@NamedInterface("triage")
@NullMarked
package io.aegispcap.platform.alerts.triage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
