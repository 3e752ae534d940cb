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
  // An answer replaced by a newer one keeps its place; what changed is announced in a place that stays.
  var place = 0, before = {};
  function announce(text) { document.getElementById("announced").textContent = text; }
  function trouble(text) { document.getElementById("trouble").textContent = text; }
  function outcomes() {
    var found = {};
    document.querySelectorAll("#pane [data-title]").forEach(function (one) { found[one.dataset.title] = one.dataset.outcome; });
    return found;
  }
  function changes(old, now) {
    var changed = Object.keys(now).filter(function (title) { return old[title] !== now[title]; });
    if (changed.length === 0) { return "No answer changed."; }
    var first = changed.slice(0, 2).map(function (title) { return title + ": " + now[title].toLowerCase(); });
    return "Changed: " + first.join("; ") + (changed.length > 2 ? "; and " + (changed.length - 2) + " more." : ".");
  }
  // Whether the rules were edited is asked now and then; that is no answer, and what goes wrong with it is no trouble.
  function ofEdit(event) { return event.detail.target && event.detail.target.id === "edited"; }
  document.addEventListener("htmx:beforeSwap", function (event) {
    if (ofEdit(event)) { return; }
    var pane = document.getElementById("pane");
    place = pane ? pane.scrollTop : 0;
    if (pane && pane.querySelector(".when")) { before = outcomes(); }
  });
  document.addEventListener("htmx:afterSwap", function (event) {
    if (ofEdit(event)) { return; }
    var pane = document.getElementById("pane");
    if (!pane) { return; }
    pane.scrollTop = place;
    trouble("");
    if (pane.querySelector(".when")) { announce(changes(before, outcomes())); }
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
  // Nothing is lost when an answer does not come, and it is said where it can be seen.
  document.addEventListener("htmx:responseError", function (event) {
    if (ofEdit(event)) { return; }
    var status = event.detail.xhr.status;
    trouble(status === 401 ? "You are no longer logged in. Log in in another window, then change a field here to ask again."
      : status === 403 ? "This page is too old. Open the form in another window, then change a field here to ask again."
      : status === 503 ? "Too much is asked at once. Change a field, or use the button, in a few seconds."
      : "The answers did not come. Change a field, or use the button, to ask again.");
  });
  document.addEventListener("htmx:sendError", function (event) { if (!ofEdit(event)) { trouble("The server does not answer. What you filled in is still here."); } });
}());
