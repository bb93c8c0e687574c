/// Its page and its API.
@NullMarked
package io.aegispcap.platform.jobs.web;

import org.jspecify.annotations.NullMarked;
