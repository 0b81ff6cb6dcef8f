// The page works without this. With it, the list of days is a slider that shows each day at once, and the address follows.
const choice = document.getElementById("day");
if (choice) {
  const place = document.getElementById("place");
  const kept = new Map();
  let asked;
  document.getElementById("days").hidden = true;
  document.getElementById("slider").hidden = false;

  const read = async address => {
    if (!kept.has(address)) {
      asked = new AbortController();
      const answer = await fetch(address, { signal: asked.signal });
      if (!answer.ok) throw new Error(answer.statusText);
      kept.set(address, await answer.text());
    }
    return new DOMParser().parseFromString(kept.get(address), "text/html");
  };

  const show = async () => {
    const day = choice.options[place.value];
    const address = new URL(location);
    address.searchParams.set("asOf", day.value);
    place.setAttribute("aria-valuetext", day.text);
    asked?.abort();
    try {
      const page = await read(address.href);
      if (choice.options[place.value] !== day) return;
      const held = document.activeElement?.rel;
      for (const part of ["title", "header.top", ".asof", "#shown", "footer.bottom"]) document.querySelector(part).replaceWith(page.querySelector(part));
      if (held) (document.querySelector(`#shown a[rel=${held}]`) ?? place).focus();
      document.getElementById("said").textContent = document.getElementById("summary").textContent;
      history.replaceState(null, "", address);
    } catch (failure) {
      if (failure.name !== "AbortError") location.assign(address);
    }
  };

  place.addEventListener("input", show);
  document.addEventListener("click", event => {
    const step = event.target.closest("#shown a[rel=prev], #shown a[rel=next]");
    if (!step || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const day = new URL(step.href).searchParams.get("asOf");
    place.value = [...choice.options].findIndex(option => option.value === day);
    show();
  });
}
