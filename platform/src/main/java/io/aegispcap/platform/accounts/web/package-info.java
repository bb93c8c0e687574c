/// Its pages and its API.
@NullMarked
package io.aegispcap.platform.accounts.web;

import org.jspecify.annotations.NullMarked;
