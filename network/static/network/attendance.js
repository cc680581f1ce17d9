// Each tap is saved at once. What could not be sent stays in this browser until the network is back.
// Without this script the same form is sent as a whole by its button.
const RETRY = 8000; // milliseconds between two attempts while something waits

const form = document.querySelector("[data-attendance]");
if (form) start(form);

function start(form) {
  const key = `zin-attendance-${form.dataset.attendance}`;
  const unsaved = form.querySelector("[data-unsaved]");
  const boxes = [...form.querySelectorAll("input[name=present]")];
  const waiting = read();
  let isSending = false;

  function read() {
    try {
      return new Map(Object.entries(JSON.parse(localStorage.getItem(key) || "{}")));
    } catch {
      return new Map();
    }
  }

  function keep() {
    try {
      if (waiting.size) localStorage.setItem(key, JSON.stringify(Object.fromEntries(waiting)));
      else localStorage.removeItem(key);
    } catch {
      // A browser that keeps nothing still has what waits in memory.
    }
    unsaved.hidden = !waiting.size;
    unsaved.textContent = waiting.size ? `${unsaved.dataset.unsaved} ${waiting.size}` : "";
    const present = boxes.filter((box) => box.checked).length;
    form.querySelector("[data-number-present]").textContent = present;
  }

  async function send() {
    if (isSending || !waiting.size) return;
    isSending = true;
    const sent = [...waiting];
    try {
      const body = new URLSearchParams(sent.map(([person, present]) => ["tap", `${person}:${present}`]));
      const answer = await fetch(form.action, {
        method: "POST",
        body,
        headers: { "X-CSRFToken": form.elements.csrfmiddlewaretoken.value, Accept: "application/json" },
        redirect: "error",
        signal: AbortSignal.timeout(RETRY),
      });
      if (!answer.ok) throw new Error(answer.status);
      for (const [person, present] of sent) saved(person, present);
    } catch {
      // No network, or somebody must log in again: it waits.
    }
    isSending = false;
    keep();
    if (waiting.size) setTimeout(send, RETRY);
  }

  function saved(person, present) {
    if (waiting.get(person) === present) waiting.delete(person);
    const was = [...form.querySelectorAll("input[name=was]")].find((one) => one.value.startsWith(`${person}:`));
    if (was) was.value = `${person}:${present}`;
  }

  for (const box of boxes) {
    if (waiting.has(box.value)) box.checked = waiting.get(box.value) === "1";
    box.addEventListener("change", () => {
      box.closest("li").querySelector(".zin-there__state--no").textContent = form.dataset.absent;
      waiting.set(box.value, box.checked ? "1" : "0");
      keep();
      send();
    });
  }
  addEventListener("online", send);
  keep();
  send();
}
