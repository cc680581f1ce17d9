// Small comforts over pages that work without a script.

for (const element of document.querySelectorAll("[data-needs-script]")) element.hidden = false;

document.addEventListener("click", async (event) => {
  const copy = event.target.closest("[data-copy]");
  if (copy) {
    await navigator.clipboard.writeText(copy.dataset.copy);
    copy.querySelector("[aria-live]").textContent = copy.dataset.copied;
  }

  // A film on another site: the visitor chose to load it by clicking.
  const film = event.target.closest("[data-player]");
  if (film?.dataset.player && !event.metaKey && !event.ctrlKey) {
    event.preventDefault();
    const player = document.createElement("iframe");
    player.src = film.dataset.player;
    player.title = film.dataset.title;
    player.allow = "fullscreen; picture-in-picture";
    const door = document.createElement("div");
    door.className = "embed__door";
    door.append(player);
    film.replaceWith(door);
    player.focus();
  }
});

// A filter link inside the panel of a phone closes it before the next page comes.
for (const panel of document.querySelectorAll("[popover]")) {
  panel.addEventListener("click", (event) => {
    if (event.target.closest("a") && panel.matches(":popover-open")) panel.hidePopover();
  });
}

// Suggestions come for who is about to type; everybody else need not load them.
document.addEventListener("focusin", ({ target }) => {
  if (target.matches("input[data-script]")) import(target.dataset.script);
});
