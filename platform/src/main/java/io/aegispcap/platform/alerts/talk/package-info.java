/// What people say about alerts.
@NullMarked
package io.aegispcap.platform.alerts.talk;

import org.jspecify.annotations.NullMarked;
