// Carries passkeys between the browser and the server. Where the browser has none, nothing is shown.
"use strict";

(() => {
  const able = window.PublicKeyCredential && PublicKeyCredential.parseCreationOptionsFromJSON;
  if (!able) return;

  const send = async (path, csrf, body) => {
    const response = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-XSRF-TOKEN": csrf },
      body: JSON.stringify(body),
    });
    const answer = response.status === 204 ? {} : await response.json();
    if (!response.ok) throw new Error(answer.detail);
    return answer;
  };

  // What a person can do something about; cancelling is no failure.
  const attempt = async (place, work) => {
    const says = place.querySelector("[role=alert]");
    says.textContent = "";
    try {
      await work();
    } catch (failure) {
      const cancelled = failure.name === "NotAllowedError" || failure.name === "AbortError";
      says.textContent = cancelled ? "No passkey was chosen." : failure.message;
    }
  };

  const add = document.getElementById("passkey-add");
  if (add) {
    add.hidden = false;
    add.addEventListener("submit", (event) => {
      event.preventDefault();
      attempt(add, async () => {
        const csrf = add.elements._csrf.value;
        const offer = await send("/account/passkeys/offer", csrf, { password: add.elements.password.value });
        const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(offer.options);
        const credential = await navigator.credentials.create({ publicKey });
        await send("/account/passkeys", csrf, {
          ceremony: offer.ceremony,
          label: add.elements.label.value,
          credential: credential.toJSON(),
        });
        location.assign("/account/security?saved");
      });
    });
  }

  const enter = document.getElementById("passkey-enter");
  if (enter) {
    enter.hidden = false;
    enter.querySelector("button").addEventListener("click", () =>
      attempt(enter, async () => {
        const form = document.querySelector("form[action='/sign-in']");
        const csrf = form.elements._csrf.value;
        const offer = await send("/sign-in/passkey/offer", csrf, {});
        const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(offer.options);
        const credential = await navigator.credentials.get({ publicKey });
        const next = encodeURIComponent(form.elements.next.value);
        const entered = await send("/sign-in/passkey?next=" + next, csrf, {
          ceremony: offer.ceremony,
          credential: credential.toJSON(),
        });
        location.assign(entered.next);
      }),
    );
  }
})();
