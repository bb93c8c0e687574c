/// Its page.
@NullMarked
package io.aegispcap.platform.audit.web;

import org.jspecify.annotations.NullMarked;
