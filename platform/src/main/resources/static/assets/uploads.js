// Uploads that go on after a lost connection: tus 1.0 (https://tus.io). Without it, the form does.
"use strict";

const PIECE = 8 * 1024 * 1024;
const AT_ONCE = 2;
const LONGEST_WAIT = 30_000;

const drop = document.querySelector("[data-drop]");
const list = document.querySelector("[data-uploads]");

const inBase64 = (text) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
const bytes = (count) => {
  const units = ["B", "kB", "MB", "GB", "TB"];
  let unit = 0;
  while (count >= 999.5 && unit < units.length - 1) {
    count /= 1000;
    unit++;
  }
  return `${unit === 0 || count >= 99.95 ? Math.round(count) : count.toFixed(1)} ${units[unit]}`;
};
const element = (name, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

// What the server will not take, whatever is tried again.
class Refusal extends Error {}

class Upload {
  constructor(file) {
    this.file = file;
    this.offset = 0;
    this.metadata = [
      ["filename", file.name],
      ["visibility", document.getElementById("visibility").value],
      ["modified", String(file.lastModified)],
    ]
      .map(([key, value]) => `${key} ${inBase64(value)}`)
      .join(",");
    this.show();
    this.known();
  }

  // An upload of the same file that was interrupted.
  known() {
    const modified = `modified ${inBase64(String(this.file.lastModified))}`;
    for (const other of list.querySelectorAll("[data-upload]")) {
      const same =
        other.dataset.name === this.file.name &&
        other.dataset.size === String(this.file.size) &&
        other.dataset.metadata.split(",").includes(modified);
      if (same) {
        this.url = "/api/v1/uploads/" + other.dataset.upload;
        other.remove();
      }
    }
  }

  show() {
    this.state = element("span", { className: "text-secondary", textContent: "Waiting" });
    this.pause = element("button", { className: "btn btn-sm", type: "button", textContent: "Pause" });
    this.discard = element("button", { className: "btn btn-sm", type: "button", textContent: "Discard" });
    this.actions = element("span", { className: "upload-actions" }, this.pause, this.discard);
    this.bar = element("progress", { max: this.file.size || 1, value: 0, ariaLabel: "Progress of " + this.file.name });
    this.row = element(
      "li",
      { className: "upload" },
      element(
        "div",
        { className: "upload-line" },
        element("strong", { className: "text-break", textContent: this.file.name }),
        this.state,
        this.actions,
      ),
      this.bar,
    );
    this.pause.addEventListener("click", () => this.togglePause());
    this.discard.addEventListener("click", () => this.giveUp());
    list.append(this.row);
  }

  say(text) {
    this.state.textContent = text;
  }

  progress(at) {
    this.bar.value = at;
    this.say(at < this.file.size ? `${bytes(at)} of ${bytes(this.file.size)}` : "All is here; it is being stored");
  }

  togglePause() {
    this.paused = !this.paused;
    this.pause.textContent = this.paused ? "Go on" : "Pause";
    if (this.paused) {
      this.request?.abort();
      this.say(`Paused at ${bytes(this.offset)} of ${bytes(this.file.size)}`);
    } else {
      this.wake?.();
    }
  }

  async giveUp() {
    this.gone = true;
    this.request?.abort();
    this.wake?.();
    this.row.remove();
    if (this.url) await this.send("DELETE", this.url).catch(() => {});
  }

  send(method, url, headers = {}, body = null) {
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      this.request = request;
      request.open(method, url);
      const all = { "Tus-Resumable": "1.0.0", "X-XSRF-TOKEN": drop.dataset.token, ...headers };
      for (const [name, value] of Object.entries(all)) request.setRequestHeader(name, value);
      if (body) request.upload.onprogress = (event) => this.progress(this.offset + event.loaded);
      request.onload = () => resolve(request);
      request.onerror = () => reject(new Error("The connection was lost"));
      request.onabort = () => reject(new Error("Paused"));
      request.send(body);
    });
  }

  // Tells what can't be helped from what trying again may.
  check(answer) {
    if (answer.status < 400) return answer;
    const busy = [409, 423, 429].includes(answer.status) || answer.status >= 500;
    let why = `The server answers ${answer.status}`;
    if ((answer.getResponseHeader("Content-Type") ?? "").includes("problem+json")) {
      why = JSON.parse(answer.responseText).detail;
    }
    throw busy ? new Error(why) : new Refusal(why);
  }

  async whereItIs() {
    const answer = await this.send("HEAD", this.url);
    if (answer.status === 404 || answer.status === 410) {
      this.url = undefined;
      return this.begin();
    }
    this.check(answer);
    this.offset = Number(answer.getResponseHeader("Upload-Offset"));
    this.capture = answer.getResponseHeader("Aegis-Capture");
  }

  async begin() {
    const answer = this.check(
      await this.send("POST", "/api/v1/uploads", {
        "Upload-Length": this.file.size,
        "Upload-Metadata": this.metadata,
      }),
    );
    this.url = answer.getResponseHeader("Location");
    this.offset = 0;
  }

  async piece() {
    const end = Math.min(this.offset + PIECE, this.file.size);
    const answer = this.check(
      await this.send(
        "PATCH",
        this.url,
        { "Upload-Offset": this.offset, "Content-Type": "application/offset+octet-stream" },
        this.file.slice(this.offset, end),
      ),
    );
    this.offset = Number(answer.getResponseHeader("Upload-Offset"));
    this.capture = answer.getResponseHeader("Aegis-Capture");
    this.alreadyThere = answer.getResponseHeader("Aegis-Known") === "true";
    this.progress(this.offset);
  }

  sleep(milliseconds) {
    return new Promise((resolve) => {
      this.wake = resolve;
      if (milliseconds !== undefined) setTimeout(resolve, milliseconds);
      addEventListener("online", resolve, { once: true });
    });
  }

  async run() {
    let wait = 500;
    while (!this.capture && !this.gone) {
      try {
        await (this.url ? this.whereItIs() : this.begin());
        do {
          if (this.capture) break;
          await this.piece();
          wait = 500;
        } while (!this.gone);
      } catch (problem) {
        if (this.gone) return;
        if (problem instanceof Refusal) {
          this.fail(problem.message);
          return;
        }
        if (this.paused) {
          await this.sleep();
        } else {
          this.say(`${problem.message}. Trying again …`);
          await this.sleep(wait);
          wait = Math.min(wait * 2, LONGEST_WAIT);
        }
      }
    }
    if (!this.gone) this.done();
  }

  fail(why) {
    this.row.classList.add("failed");
    this.say(why);
    this.bar.remove();
    this.pause.remove();
    this.discard.textContent = "Dismiss";
  }

  done() {
    const text = this.alreadyThere ? "You had this file already" : "Uploaded";
    this.say(text);
    this.bar.remove();
    this.actions.replaceChildren(
      element("a", { className: "btn btn-sm", href: "/captures/" + this.capture, textContent: "Open" }),
    );
  }
}

const queue = [];
let active = 0;
const dropped = [];

const next = async () => {
  if (active >= AT_ONCE || queue.length === 0) return;
  const upload = queue.shift();
  active++;
  await upload.run();
  active--;
  if (active === 0 && queue.length === 0) finish();
  next();
};

// One file leads to its page, several to the list as it is now.
const finish = () => {
  const arrived = dropped.splice(0).filter((upload) => upload.capture);
  if (arrived.length === 1 && !list.querySelector(".failed")) {
    location.assign("/captures/" + arrived[0].capture + (arrived[0].alreadyThere ? "?known" : ""));
  } else if (arrived.length > 0) {
    arrived.forEach((upload) => upload.row.remove());
    const table = document.getElementById("captures");
    if (table) refresh(table);
    else if (!list.querySelector(".failed")) location.reload();
  }
};

const take = (files) => {
  for (const file of files) {
    const upload = new Upload(file);
    dropped.push(upload);
    if (file.size > Number(drop.dataset.most)) {
      upload.fail(`${bytes(file.size)} are more than the ${bytes(Number(drop.dataset.most))} that a capture may have`);
      continue;
    }
    queue.push(upload);
    next();
  }
};

if (drop && list) {
  const input = drop.querySelector("input[type=file]");
  drop.querySelector("[data-drop-title]").textContent = "Drop captures here, or choose them";
  drop.querySelector("[data-drop-hint]").hidden = false;
  drop.querySelector("button[type=submit]").hidden = true;
  drop.querySelector("[data-choose]").className = "btn btn-primary";
  input.classList.add("visually-hidden");
  input.addEventListener("change", () => {
    take(input.files);
    input.value = "";
  });
  drop.addEventListener("submit", (event) => event.preventDefault());
  for (const kind of ["dragenter", "dragover"]) {
    document.addEventListener(kind, (event) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      drop.classList.add("over");
    });
  }
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) drop.classList.remove("over");
  });
  document.addEventListener("drop", (event) => {
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    drop.classList.remove("over");
    take(event.dataTransfer.files);
  });
  addEventListener("beforeunload", (event) => {
    if (active > 0) event.preventDefault();
  });
}
