// Suggestions while typing, over a search form that works without them: a combobox with a list (ARIA 1.2).
// Loaded by site.js when the field gets the focus for the first time.
// <span class="search-form__row" data-suggested="Suggestions"><input data-suggest="/address/"></span>
// Arrows choose, Enter follows the choice or searches, Escape closes. The address answers with
// {suggestions: [{title, url, kind_label}]}; what comes too late is dropped.

const WAIT = 150; // ms after the last key
const SHORTEST = 2; // letters

function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

function groups(suggestions) {
  const byKind = new Map();
  for (const one of suggestions) byKind.set(one.kind_label, [...(byKind.get(one.kind_label) ?? []), one]);
  return byKind;
}

function suggest(input) {
  const row = input.parentElement;
  const label = row.dataset.suggested;
  const id = `${input.id}-suggestions`;
  const list = element("div", { id, role: "listbox", class: "panel suggest", "aria-label": label, hidden: "" });
  const status = element("span", { class: "visually-hidden", role: "status" });
  let timer, request, active;

  const caret = input.selectionStart;
  input.type = "text"; // a search field cannot be a combobox
  input.setSelectionRange(caret, caret);
  input.inputMode = "search";
  for (const [key, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-controls": id, "aria-expanded": "false" })) {
    input.setAttribute(key, value);
  }
  row.append(list, status);

  const options = () => [...list.querySelectorAll("[role=option]")];

  function choose(option) {
    active?.setAttribute("aria-selected", "false");
    active = option;
    active?.setAttribute("aria-selected", "true");
    active?.scrollIntoView({ block: "nearest" });
    if (active) input.setAttribute("aria-activedescendant", active.id);
    else input.removeAttribute("aria-activedescendant");
  }

  function close() {
    clearTimeout(timer);
    request?.abort();
    choose(undefined);
    list.hidden = true;
    status.textContent = "";
    input.setAttribute("aria-expanded", "false");
  }

  function show(suggestions) {
    let number = 0;
    choose(undefined);
    list.replaceChildren(
      ...[...groups(suggestions)].map(([kind, found], place) => {
        const name = element("div", { id: `${id}-${place}`, class: "small muted" }, kind);
        const made = found.map((one) =>
          element("div", { id: `${id}-option-${number++}`, role: "option", "aria-selected": "false", "data-url": one.url }, one.title),
        );
        return element("div", { role: "group", "aria-labelledby": name.id }, name, ...made);
      }),
    );
    list.hidden = number === 0;
    input.setAttribute("aria-expanded", String(number > 0));
    status.textContent = number ? `${label}: ${number}` : "";
  }

  async function ask() {
    request?.abort();
    const text = input.value.trim();
    if (text.length < SHORTEST) return close();
    const own = (request = new AbortController());
    try {
      const answer = await fetch(`${input.dataset.suggest}?q=${encodeURIComponent(text)}`, { signal: own.signal });
      const found = answer.ok ? (await answer.json()).suggestions : [];
      if (!own.signal.aborted && document.activeElement === input) show(found);
    } catch {
      // stopped by the next key, or there is no connection: the form still searches
    }
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT);
  });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const all = options();
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === "Enter" && active) {
      event.preventDefault();
      location.assign(active.dataset.url);
    } else if (["ArrowDown", "ArrowUp"].includes(event.key) && !list.hidden) {
      event.preventDefault();
      clearTimeout(timer);
      request?.abort(); // what comes now would take the choice away
      // One place more than there are options: on it, nothing is chosen and Enter searches what was typed.
      const step = event.key === "ArrowDown" ? 1 : -1;
      const place = active ? all.indexOf(active) : step > 0 ? -1 : all.length;
      choose(all[place + step]);
    }
  });
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) location.assign(option.dataset.url);
  });
  if (document.activeElement === input) timer = setTimeout(ask, WAIT); // typed while this was loading
}

for (const input of document.querySelectorAll("input[data-suggest]")) suggest(input);
