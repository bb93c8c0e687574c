/// Filters in front of endpoints, and the description of the API.
@NullMarked
package io.aegispcap.platform.api.web;

import org.jspecify.annotations.NullMarked;
