/// The API described as OpenAPI 3.1, from its endpoints and their records as they are.
@NullMarked
package io.aegispcap.platform.api.openapi;

import org.jspecify.annotations.NullMarked;
