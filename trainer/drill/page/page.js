"use strict";
// Keeps the page up to date: news comes down one stream, forms go up by themselves until they are acknowledged.
(() => {
  const $ = (id) => document.getElementById(id);
  const BEAT_MS = 12000, RETRY_MS = 700, GIVE_UP_MS = 120000;
  let stream = null, lastBeat = Date.now(), endsAt = null, running = false, leftMs = null, warned = false;
  let filled = [];  // what stood in the latest form: a pause takes the form away

  const say = (text) => { if (text && $("say").textContent !== text) $("say").textContent = text; };
  const trouble = (text) => { if ($("trouble").textContent !== text) $("trouble").textContent = text; };

  function setClock(left, isRunning) {
    leftMs = left; running = isRunning; warned = left === null || left < 11000;
    endsAt = left === null ? null : performance.now() + left;
    tick();
  }

  function tick() {
    const clock = $("clock");
    if (!clock) return;
    clock.hidden = leftMs === null;
    if (leftMs === null) return;
    const left = running ? Math.max(0, endsAt - performance.now()) : leftMs;
    const text = Math.ceil(left / 1000) + " s";
    if (clock.textContent !== text) clock.textContent = text;
    if (running && !warned && left < 10000) { warned = true; say("10 seconds left."); }
  }

  function show(news) {
    const view = $("view");
    setClock(news.left_ms, news.running);
    if (view.dataset.view === news.view) { showMine({ html: news.mine, say: "" }); return; }
    const asked = view.dataset.question, held = view.contains(document.activeElement);
    keepWhatIsFilledIn(view);
    view.innerHTML = news.html;  // made and escaped by the server; nothing else is put in
    fillInAgain(view);
    showMine({ html: news.mine, say: "" });
    view.dataset.view = news.view;
    view.dataset.question = news.question + news.phase;
    trouble("");
    say(news.say);
    if (held || asked !== view.dataset.question) $("head")?.focus({ preventScroll: false });
  }

  function keepWhatIsFilledIn(view) {
    const form = view.querySelector("form");
    if (form) filled = [...new FormData(form)];
  }

  function fillInAgain(view) {
    const fields = view.querySelector("form")?.elements;
    if (!fields || fields.question.value !== new Map(filled).get("question")) return;
    for (const [name, value] of filled) if (fields[name]) fields[name].value = value;
  }

  function showMine(news) {
    const mine = $("mine");
    if (mine && news.html !== undefined && mine.innerHTML !== news.html) mine.innerHTML = news.html;
    say(news.say);
  }

  const heard = (event, act) => stream.addEventListener(event, (message) => {
    lastBeat = Date.now();
    trouble("");
    act(JSON.parse(message.data));
  });

  function listen() {
    if (stream) stream.close();
    stream = new EventSource("/events");
    heard("view", show);
    heard("mine", showMine);
    heard("clock", (news) => setClock(news.left_ms, news.running));
    heard("beat", () => {});
    heard("out", () => { stream.close(); stream = null; location.reload(); });
    stream.onerror = () => {
      trouble("The connection is lost. It comes back by itself; what you answered is kept.");
      if (stream && stream.readyState === EventSource.CLOSED) setTimeout(return_, RETRY_MS);
    };
  }

  async function return_() {
    try {
      const page = await (await fetch("/", { cache: "no-store" })).text();
      if (page.includes("data-plays")) listen(); else location.reload();
    } catch { setTimeout(return_, RETRY_MS); }
  }

  async function lookAgain() {
    try {
      const page = await (await fetch("/", { cache: "no-store" })).text();
      if (!page.includes("<body data-asks>")) location.replace("/");
    } catch { /* looked for again in a moment */ }
  }

  const awake = () => { if (stream && Date.now() - lastBeat > BEAT_MS / 2) listen(); };

  async function post(form, fields) {
    const until = Date.now() + GIVE_UP_MS;
    for (let wait = RETRY_MS; Date.now() < until; wait = Math.min(wait * 1.5, 4000)) {
      try {
        const reply = await fetch(form.action, {
          method: "POST", body: fields, headers: { "Accept": "application/json" }, credentials: "same-origin",
        });
        if (reply.status !== 429 && reply.status !== 503) return await reply.json();
      } catch { trouble("Not sent yet. Trying again; leave this page open."); }
      await new Promise((done) => setTimeout(done, wait));
    }
    return { ok: false, message: "The answer could not be sent." };
  }

  document.addEventListener("submit", async (event) => {
    event.preventDefault();
    const form = event.target;
    if (form.dataset.sending) return;
    form.dataset.sending = "yes";
    const fields = new URLSearchParams(new FormData(form, event.submitter));
    const reply = await post(form, fields);
    delete form.dataset.sending;
    const offer = $("offer");
    if (offer) offer.innerHTML = reply.html ?? "";  // made and escaped by the server
    offer?.lastElementChild?.scrollIntoView({ block: "nearest" });
    if (!reply.ok) { trouble(reply.html ? "" : reply.message); return; }
    trouble("");
    if (document.body.dataset.plays === undefined) location.replace("/");
    else say("Your answer is saved.");
  });

  if (document.body.dataset.asks !== undefined) setInterval(lookAgain, 2000);
  if (document.body.dataset.plays !== undefined) {
    const clock = $("clock");
    if (clock && clock.dataset.leftMs) setClock(Number(clock.dataset.leftMs), clock.dataset.running === "true");
    $("view").dataset.question ??= "";
    listen();
    setInterval(tick, 250);
    setInterval(() => { if (stream && Date.now() - lastBeat > BEAT_MS) { lastBeat = Date.now(); listen(); } }, 2000);
    for (const name of ["pageshow", "online"]) addEventListener(name, awake);
    document.addEventListener("visibilitychange", () => { if (!document.hidden) awake(); });
  }
})();
