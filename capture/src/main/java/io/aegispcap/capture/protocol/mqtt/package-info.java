/// MQTT 3.1 to 5 (OASIS), by which small devices tell and are told: who connects, and which topics.
@NullMarked
package io.aegispcap.capture.protocol.mqtt;

import org.jspecify.annotations.NullMarked;
