// The year of days: arrow keys move from day to day, a third day begins anew, and what lies between is seen and said.
// Without this script days are ticked one by one; the first and the last count.

const form = document.querySelector("[data-closures]");
const days = form ? [...form.querySelectorAll("[name=day]")] : [];
if (days.length) prepare();

function prepare() {
  const told = form.querySelector("[data-span]");
  const written = new Intl.DateTimeFormat(document.documentElement.lang, {
    dateStyle: "medium",
    timeZone: "UTC",
  });

  form.querySelector("[data-needs-script]").hidden = false;
  const shown = show(days.find((day) => day.checked) ?? days[0]);

  // One stop for the Tab key, as in any calendar.
  function show(current) {
    for (const day of days) day.tabIndex = day === current ? 0 : -1;
    return current;
  }

  function mark() {
    const ticked = days.filter((day) => day.checked).map((day) => day.value);
    const [first, last] = [ticked[0], ticked.at(-1)];
    for (const day of days) {
      const isBetween = day.value > first && day.value < last;
      day.parentElement.classList.toggle("is-between", isBetween);
    }
    told.textContent = first
      ? written.formatRange(new Date(first), new Date(last))
      : told.dataset.nothing;
  }

  form.addEventListener("change", ({ target }) => {
    if (target.name !== "day") return;
    if (days.filter((day) => day.checked).length > 2) {
      for (const day of days) day.checked = day === target;
    }
    show(target);
    mark();
  });

  const steps = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -7,
    ArrowDown: 7,
    PageUp: -28,
    PageDown: 28,
  };
  form.addEventListener("keydown", (event) => {
    const step = steps[event.key];
    if (!step || event.target.name !== "day" || event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    event.preventDefault();
    const goal = moved(event.target.value, step);
    // Days that are closed already are stepped over, in the same direction.
    const next = step > 0
      ? days.find((day) => day.value >= goal)
      : days.findLast((day) => day.value <= goal);
    if (next) show(next).focus();
  });
  if (shown.checked) mark();
}

function moved(day, step) {
  const date = new Date(day);
  date.setUTCDate(date.getUTCDate() + step);
  return date.toISOString().slice(0, 10);
}
