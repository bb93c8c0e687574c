/// Its tables.
@NullMarked
package io.aegispcap.platform.network.store;

import org.jspecify.annotations.NullMarked;
