/// Command shells that speak over bare TCP.
@NullMarked
package io.aegispcap.capture.protocol.shell;

import org.jspecify.annotations.NullMarked;
