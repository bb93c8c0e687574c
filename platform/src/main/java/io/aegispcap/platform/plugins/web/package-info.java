/// Its pages, and its part of the API.
@NullMarked
package io.aegispcap.platform.plugins.web;

import org.jspecify.annotations.NullMarked;
