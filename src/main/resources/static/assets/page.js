// Small comforts of the form; everything works without them.
(function () {
  "use strict";
  // A link to a field opens the section it stands in.
  document.addEventListener("click", function (event) {
    var link = event.target.closest("a[href^='#f-'], .problems a[href^='#']");
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
  // An answer replaced by a newer one keeps its place, and is announced in a place that stays.
  var place = 0;
  function announce(text) { document.getElementById("announced").textContent = text; }
  document.addEventListener("htmx:beforeSwap", function () { var pane = document.getElementById("pane"); place = pane ? pane.scrollTop : 0; });
  document.addEventListener("htmx:afterSwap", function () {
    var pane = document.getElementById("pane");
    if (!pane) { return; }
    pane.scrollTop = place;
    var when = pane.querySelector(".when");
    if (when) { announce(when.textContent); }
    mark(pane);
  });
  // Fields that cannot be read are marked as soon as the answer says so, and unmarked once they can.
  function mark(pane) {
    document.querySelectorAll("#applicant .live-wrong").forEach(function (field) { field.classList.remove("wrong", "live-wrong"); });
    document.querySelectorAll("#applicant .live-error").forEach(function (note) { note.remove(); });
    document.querySelectorAll("#applicant [data-live]").forEach(function (input) { input.removeAttribute("aria-invalid"); input.removeAttribute("data-live"); });
    pane.querySelectorAll(".problems a[href^='#']").forEach(function (link) {
      var field = document.getElementById(link.getAttribute("href").slice(1));
      var box = field && field.closest(".field");
      if (!box || box.classList.contains("wrong")) { return; }
      var note = document.createElement("p");
      note.className = "error live-error";
      note.textContent = "Error: " + link.lastElementChild.textContent;
      box.classList.add("wrong", "live-wrong");
      box.insertBefore(note, box.matches("fieldset") ? box.children[1] : field);
      if (!box.matches("fieldset")) { field.setAttribute("aria-invalid", "true"); field.setAttribute("data-live", ""); }
    });
  }
  // Nothing is lost when an answer does not come.
  function silent() { announce("The answers did not come. Change a field, or use the button, to ask again."); }
  document.addEventListener("htmx:responseError", function (event) {
    var status = event.detail.xhr.status;
    if (status === 401) {
      announce("You are no longer logged in. Log in in another window, then change a field here to ask again.");
    } else { silent(); }
  });
  document.addEventListener("htmx:sendError", silent);
}());
