/// WebSocket after its opening by HTTP (RFC 6455): how much of what went each way.
@NullMarked
package io.aegispcap.capture.protocol.websocket;

import org.jspecify.annotations.NullMarked;
