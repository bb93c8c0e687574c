/// Its pages and its API.
@NullMarked
package io.aegispcap.platform.captures.web;

import org.jspecify.annotations.NullMarked;
