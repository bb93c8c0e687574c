/// What protocols of control systems have in common: functions that a master has a device carry
/// out.
@NullMarked
package io.aegispcap.capture.protocol.control;

import org.jspecify.annotations.NullMarked;
