// The form works without this. It says so before typed text is left behind, and lets Ctrl+Enter preview from anywhere.
const form = document.getElementById("decision");
let typed = false;
form.addEventListener("input", () => { typed = true; });
form.addEventListener("submit", () => { typed = false; });
addEventListener("beforeunload", event => { if (typed) event.preventDefault(); });
form.addEventListener("keydown", event => {
  if (event.key === "Enter" && event.ctrlKey) form.requestSubmit(form.querySelector("button[value=preview]"));
});
// Somebody who is not in the list is new: what tells them apart is asked for at once.
form.addEventListener("change", ({ target }) => {
  const fields = target.closest(".who")?.querySelector("[data-new]");
  if (!fields || target.getAttribute("list") !== "list-people" || target.value === "") return;
  fields.open = ![...target.list.options].some(option => option.value.toLowerCase() === target.value.trim().toLowerCase());
});
