/// Its page, and what programs may do.
@NullMarked
package io.aegispcap.platform.network.web;

import org.jspecify.annotations.NullMarked;
