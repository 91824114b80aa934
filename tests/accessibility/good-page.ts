/** A page without a fault by every check here, made by hand: each test of a check breaks one thing in it. */
export const GOOD_PAGE = `<!doctype html>
<html lang="en-GB">
<head>
<title>Missing - June 2025 - Safeguarding dashboard</title>
<style>
  :root { color-scheme: light; --c-ground: #ffffff; --c-wash: #f3f5f7; --c-rule: #c9d0d6; --c-grid: #e3e7ea; --c-value: #12436d; --c-worse: #c2410c; }
  @media (forced-colors: active) { :root { --c-ground: Canvas; --c-wash: Canvas; --c-rule: GrayText; --c-grid: GrayText; --c-value: CanvasText; --c-worse: CanvasText; } }
  html { font: 16px/1.5 sans-serif; background: #ffffff; color: #14191f; }
  :focus-visible { outline: 3px solid #801650; }
  main:focus { outline: none; }
  button, summary, nav a { display: inline-block; min-height: 44px; min-width: 44px; }
  .region { overflow-x: auto; }
  .worse, .plot .worse { fill: var(--c-worse); }
  .better { fill: var(--c-value); }
  .tick { fill: none; stroke: var(--c-ground); }
  @media print { nav, button { display: none; } }
</style>
</head>
<body>
<header>
  <a href="#main" id="skip">Skip to main content</a>
  <nav aria-label="Pages"><a href="/">Overview</a> <a href="/missing">Missing</a></nav>
  <p role="status"></p>
  <p aria-live="polite"></p>
</header>
<main id="main" tabindex="-1">
  <h1>Missing</h1>
  <section aria-labelledby="episodes">
    <h2 id="episodes">Missing episodes</h2>
    <p id="finding">20 episodes in June 2025, worse than usual. RHI is the return home interview.</p>
    <p><svg data-sense="worse" class="worse" aria-hidden="true" width="16" height="16"><path d="M8 1 15 14H1Z"/></svg> Worse than usual</p>
    <p><svg data-sense="better" class="better" aria-hidden="true" width="16" height="16"><circle cx="8" cy="8" r="7"/><path class="tick" d="m4 8 3 3 4-5"/></svg> Better than usual</p>
    <div class="chart">
      <div class="chart-picture" role="img" tabindex="0" aria-labelledby="episodes" aria-describedby="finding">
        <svg class="plot" aria-hidden="true" width="200" height="40">
          <g aria-label="dot"><circle class="better" cx="20" cy="20" r="4"/><path class="worse" d="M100 10l5 10h-10Z"/></g>
          <text class="better" x="0" y="38">May</text>
        </svg>
      </div>
      <p class="chart-reading" aria-hidden="true"></p>
    </div>
    <details class="as-table" open>
      <summary>Show as a table</summary>
      <div class="region" role="region" aria-label="Table: Missing episodes" tabindex="0">
        <table>
          <caption>Missing episodes</caption>
          <thead><tr><th scope="col">Period</th><th scope="col">Value (children)</th></tr></thead>
          <tbody>
            <tr><th scope="row">June 2025</th><td>20</td></tr>
            <tr><th scope="row">May 2025</th><td>12</td></tr>
          </tbody>
        </table>
      </div>
    </details>
    <button class="term" popovertarget="means" aria-label="What is an episode?">?</button>
    <div id="means" popover>From the time a child is reported missing until the child is found.</div>
  </section>
</main>
<footer><nav aria-label="About"><a href="/glossary">Glossary</a></nav></footer>
<script>
{
  document.querySelector('#skip').addEventListener('click', (event) => { event.preventDefault(); document.querySelector('main').focus(); });
  const said = ['May 2025: 12', 'June 2025: 20'];
  let at;
  document.querySelector('.chart-picture').addEventListener('keydown', ({ key }) => {
    if (key === 'Home') at = 0;
    if (key === 'ArrowRight') at = Math.min(at + 1, said.length - 1);
    if (key === 'Escape') at = undefined;
    document.querySelector('.chart-reading').textContent = said[at] ?? '';
  });
}
</script>
</body>
</html>`;
