/// Its table.
@NullMarked
package io.aegispcap.platform.api.store;

import org.jspecify.annotations.NullMarked;
