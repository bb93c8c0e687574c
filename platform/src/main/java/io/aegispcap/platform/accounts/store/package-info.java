/// Its tables.
@NullMarked
package io.aegispcap.platform.accounts.store;

import org.jspecify.annotations.NullMarked;
