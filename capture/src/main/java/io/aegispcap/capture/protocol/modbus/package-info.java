/// Modbus over TCP: registers and coils of controllers, read and written (Modbus Messaging on
/// TCP/IP Implementation Guide 1.0b).
@NullMarked
package io.aegispcap.capture.protocol.modbus;

import org.jspecify.annotations.NullMarked;
