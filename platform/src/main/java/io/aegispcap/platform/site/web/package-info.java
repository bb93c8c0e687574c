/// Its pages.
@NullMarked
package io.aegispcap.platform.site.web;

import org.jspecify.annotations.NullMarked;
