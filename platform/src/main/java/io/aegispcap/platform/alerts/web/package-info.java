/// Its pages and API.
@NullMarked
package io.aegispcap.platform.alerts.web;

import org.jspecify.annotations.NullMarked;
