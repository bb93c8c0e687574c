/// Pages about the flows of a capture, and their API.
@NullMarked
package io.aegispcap.platform.captures.flows.web;

import org.jspecify.annotations.NullMarked;
