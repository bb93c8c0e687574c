/// Entering: passwords, sessions, second factors, one-time links, and what keeps guessers slow.
@NamedInterface("entry")
@NullMarked
package io.aegispcap.platform.accounts.entry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
