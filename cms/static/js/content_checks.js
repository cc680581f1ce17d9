/* Our own checks in the editor's preview. The rules, words and texts come from cms/content_checks.py. */
const userbar = window.wagtail && window.wagtail.userbar;

if (userbar && userbar.registerCheck) {
  userbar.registerCheck("zin-link-text-check", (link, options) => {
    const label = link.getAttribute("aria-label") || link.textContent || "";
    const words = label.toLowerCase().replace(/[^\p{L}\p{N}\s]/gu, " ").split(/\s+/).filter(Boolean).join(" ");
    return !options.words.includes(words);
  });

  userbar.registerCheck("zin-long-sentence-check", (paragraph, options) => {
    const sentences = (paragraph.textContent || "").split(/(?<=[.!?…])["'”’)]*\s+(?=["'“‘(]?[\p{Lu}0-9'])/u);
    return sentences.every((sentence) => (sentence.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) || []).length <= options.maximum);
  });
}
