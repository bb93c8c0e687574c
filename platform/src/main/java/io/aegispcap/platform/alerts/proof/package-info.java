/// The packets that prove an alert.
@NullMarked
package io.aegispcap.platform.alerts.proof;

import org.jspecify.annotations.NullMarked;
