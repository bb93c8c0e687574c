/// Entering with a passkey instead of a password. Source: Web Authentication, Level 3.
@NullMarked
package io.aegispcap.platform.accounts.passkey;

import org.jspecify.annotations.NullMarked;
