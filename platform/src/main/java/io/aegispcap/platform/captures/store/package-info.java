/// Its tables.
@NullMarked
package io.aegispcap.platform.captures.store;

import org.jspecify.annotations.NullMarked;
