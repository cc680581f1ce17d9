// A frame becomes as tall as what it shows; without a script it keeps its height and scrolls.

const fit = (frame) => {
  const content = frame.contentDocument?.body;
  if (!content) return;
  const borders = frame.offsetHeight - frame.clientHeight;
  frame.height = Math.max(content.scrollHeight + borders, Number(frame.dataset.least));
};

for (const frame of document.querySelectorAll(".sg-frame")) {
  const watch = () => {
    fit(frame);
    new frame.contentWindow.ResizeObserver(() => fit(frame)).observe(frame.contentDocument.body);
  };
  if (frame.contentDocument?.readyState === "complete") watch();
  frame.addEventListener("load", watch);
}
