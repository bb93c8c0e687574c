/// SSH conversations: programs, fingerprints, and how their logins went.
@NullMarked
package io.aegispcap.capture.protocol.ssh;

import org.jspecify.annotations.NullMarked;
