const form = document.querySelector("form");
const rows = [...document.querySelectorAll("article")];
const shown = document.querySelector("output");
const filter = () => {
  const { fault, lang, kind, words } = Object.fromEntries(new FormData(form));
  for (const row of rows) {
    const { faults, lang: rowLang, kind: rowKind } = row.dataset;
    row.hidden =
      (fault !== "" && !faults.split("|").includes(fault)) ||
      (lang !== "" && rowLang !== lang) ||
      (kind !== "" && rowKind !== kind) ||
      !row.textContent.toLowerCase().includes(words.toLowerCase());
  }
  shown.value = `${rows.filter(({ hidden }) => !hidden).length} of ${rows.length}`;
};
form.addEventListener("input", filter);
form.addEventListener("submit", (event) => event.preventDefault());
filter();
