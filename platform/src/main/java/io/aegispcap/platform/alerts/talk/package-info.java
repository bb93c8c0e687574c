/// What people say about alerts.
@NamedInterface("talk")
@NullMarked
package io.aegispcap.platform.alerts.talk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
