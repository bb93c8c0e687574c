/// Entering through an OpenID Connect provider, such as a company's single sign-on.
@NullMarked
package io.aegispcap.platform.accounts.oidc;

import org.jspecify.annotations.NullMarked;
