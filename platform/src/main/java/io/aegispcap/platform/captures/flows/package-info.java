/// Flows of a capture, asked of their Parquet file.
@NullMarked
package io.aegispcap.platform.captures.flows;

import org.jspecify.annotations.NullMarked;
