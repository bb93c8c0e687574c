/// Discovery of UPnP devices (UPnP Device Architecture 1.3): who offers what where.
@NullMarked
package io.aegispcap.capture.protocol.ssdp;

import org.jspecify.annotations.NullMarked;
