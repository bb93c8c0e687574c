package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import java.util.Optional;

/// `user-account`, section 6.16 of STIX 2.1.
public record UserAccount(JsonObject json) implements CyberObservable {

  /// With the identifier that follows from what it says.
  public static UserAccount of() {
    return new UserAccount(Encoded.identified(Encoded.observable("user-account")));
  }

  public Optional<String> userId() {
    return View.text(json, "user_id");
  }

  public UserAccount withUserId(String userId) {
    return with("user_id", JsonValue.of(userId));
  }

  public Optional<String> credential() {
    return View.text(json, "credential");
  }

  public UserAccount withCredential(String credential) {
    return with("credential", JsonValue.of(credential));
  }

  public Optional<String> accountLogin() {
    return View.text(json, "account_login");
  }

  public UserAccount withAccountLogin(String accountLogin) {
    return with("account_login", JsonValue.of(accountLogin));
  }

  public Optional<String> accountType() {
    return View.text(json, "account_type");
  }

  public UserAccount withAccountType(String accountType) {
    return with("account_type", JsonValue.of(accountType));
  }

  public Optional<String> displayName() {
    return View.text(json, "display_name");
  }

  public UserAccount withDisplayName(String displayName) {
    return with("display_name", JsonValue.of(displayName));
  }

  public Optional<Boolean> isServiceAccount() {
    return View.truth(json, "is_service_account");
  }

  public UserAccount withIsServiceAccount(boolean isServiceAccount) {
    return with("is_service_account", JsonValue.of(isServiceAccount));
  }

  public Optional<Boolean> isPrivileged() {
    return View.truth(json, "is_privileged");
  }

  public UserAccount withIsPrivileged(boolean isPrivileged) {
    return with("is_privileged", JsonValue.of(isPrivileged));
  }

  public Optional<Boolean> canEscalatePrivs() {
    return View.truth(json, "can_escalate_privs");
  }

  public UserAccount withCanEscalatePrivs(boolean canEscalatePrivs) {
    return with("can_escalate_privs", JsonValue.of(canEscalatePrivs));
  }

  public Optional<Boolean> isDisabled() {
    return View.truth(json, "is_disabled");
  }

  public UserAccount withIsDisabled(boolean isDisabled) {
    return with("is_disabled", JsonValue.of(isDisabled));
  }

  public Optional<StixTimestamp> accountCreated() {
    return View.timestamp(json, "account_created");
  }

  public UserAccount withAccountCreated(StixTimestamp accountCreated) {
    return with("account_created", JsonValue.of(accountCreated.toString()));
  }

  public Optional<StixTimestamp> accountExpires() {
    return View.timestamp(json, "account_expires");
  }

  public UserAccount withAccountExpires(StixTimestamp accountExpires) {
    return with("account_expires", JsonValue.of(accountExpires.toString()));
  }

  public Optional<StixTimestamp> credentialLastChanged() {
    return View.timestamp(json, "credential_last_changed");
  }

  public UserAccount withCredentialLastChanged(StixTimestamp credentialLastChanged) {
    return with("credential_last_changed", JsonValue.of(credentialLastChanged.toString()));
  }

  public Optional<StixTimestamp> accountFirstLogin() {
    return View.timestamp(json, "account_first_login");
  }

  public UserAccount withAccountFirstLogin(StixTimestamp accountFirstLogin) {
    return with("account_first_login", JsonValue.of(accountFirstLogin.toString()));
  }

  public Optional<StixTimestamp> accountLastLogin() {
    return View.timestamp(json, "account_last_login");
  }

  public UserAccount withAccountLastLogin(StixTimestamp accountLastLogin) {
    return with("account_last_login", JsonValue.of(accountLastLogin.toString()));
  }

  public Optional<UnixAccountExt> unixAccountExt() {
    return View.extension(json, "unix-account-ext", UnixAccountExt::new);
  }

  public UserAccount withUnixAccountExt(UnixAccountExt unixAccountExt) {
    return with("extensions", Encoded.extension(json, "unix-account-ext", unixAccountExt));
  }

  @Override
  public UserAccount with(String property, JsonValue value) {
    return new UserAccount(Encoded.identified(json.with(property, value)));
  }
}
