/// Its page.
@NullMarked
package io.aegispcap.platform.notices.web;

import org.jspecify.annotations.NullMarked;
