// Small comforts of the form; everything works without them.
(function () {
  "use strict";
  // A link to a field opens the section it stands in.
  document.addEventListener("click", function (event) {
    var link = event.target.closest("a[href^='#f']");
    if (!link) { return; }
    var field = document.getElementById(link.getAttribute("href").slice(1));
    if (!field) { return; }
    event.preventDefault();
    var section = field.closest("details");
    if (section) { section.open = true; }
    var target = field.matches("fieldset") ? field.querySelector("input:checked") || field.querySelector("input") : field;
    field.scrollIntoView({ block: "center" });
    target.focus({ preventScroll: true });
  });
  // What is known of each section is counted as it is filled in.
  document.addEventListener("change", function (event) {
    var section = event.target.closest("details.section");
    if (!section) { return; }
    var names = {};
    section.querySelectorAll("input[name], select[name]").forEach(function (input) {
      var given = (input.type === "radio" || input.type === "checkbox") ? input.checked && input.value !== "" : input.value !== "";
      names[input.name] = names[input.name] || given;
    });
    var all = Object.keys(names);
    section.querySelector(".count").textContent = all.filter(function (name) { return names[name]; }).length + " of " + all.length + " known";
  });
  // An answer replaced by a newer one keeps its place.
  var place = 0;
  document.addEventListener("htmx:beforeSwap", function () { var pane = document.getElementById("pane"); place = pane ? pane.scrollTop : 0; });
  document.addEventListener("htmx:afterSwap", function () { var pane = document.getElementById("pane"); if (pane) { pane.scrollTop = place; } });
}());
