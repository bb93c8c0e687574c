/// Tokens that let programs in.
@NullMarked
package io.aegispcap.platform.accounts.token;

import org.jspecify.annotations.NullMarked;
