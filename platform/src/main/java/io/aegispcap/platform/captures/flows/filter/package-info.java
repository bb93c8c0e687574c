/// Expressions that pick flows, such as `host == 10.0.0.5 and proto == dns`.
@NullMarked
package io.aegispcap.platform.captures.flows.filter;

import org.jspecify.annotations.NullMarked;
