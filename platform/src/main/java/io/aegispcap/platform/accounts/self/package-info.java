/// What people do with accounts: their own, and as administrators those of others.
@NullMarked
package io.aegispcap.platform.accounts.self;

import org.jspecify.annotations.NullMarked;
