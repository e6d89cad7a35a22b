/** A sheet that a page's policy for styles does not forbid, for it stands in no markup. */
function sheetOf(css) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}

export const common = sheetOf(`
  :host {
    display: block;
    color-scheme: light dark;
    color: var(--scene-ink, light-dark(#1b2127, #eceff1));
    font: 1rem/1.5 system-ui, sans-serif;
    --ink-soft: var(--scene-soft, light-dark(#565f69, #a4aeb7));
    --ground: var(--scene-ground, light-dark(#eceae3, #22272c));
    --accent: var(--scene-accent, light-dark(#0b6b5b, #7fdcc6));
    --on-accent: var(--scene-on-accent, light-dark(#ffffff, #06231d));
    --round: var(--scene-round, 16px);
  }
  :host([hidden]), [hidden] { display: none !important; }
  * { box-sizing: border-box; }
  h2, p { margin: 0; }
  h2 { font-size: 1.375rem; line-height: 1.2; text-wrap: balance; }
  h2:focus { outline: none; }
  .soft { color: var(--ink-soft); }
  .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  :focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; }
  .actions { display: flex; flex-wrap: wrap; gap: .625rem; margin-top: 1rem; }
  .button {
    display: inline-flex;
    align-items: center;
    min-height: 2.75rem;
    padding: .5rem 1.25rem;
    border: 1px solid var(--ink-soft);
    border-radius: 999px;
    background: none;
    color: inherit;
    font: inherit;
    font-weight: 550;
    text-decoration: none;
    cursor: pointer;
  }
  .button.primary { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
  .button[disabled] { opacity: .6; cursor: progress; }
  progress {
    appearance: none;
    display: block;
    width: 100%;
    height: 8px;
    border: 0;
    border-radius: 999px;
    background: var(--ground);
    overflow: hidden;
  }
  progress::-webkit-progress-bar { background: var(--ground); }
  progress::-webkit-progress-value { background: var(--accent); border-radius: 999px; transition: width .8s ease-out; }
  progress::-moz-progress-bar { background: var(--accent); }
  @media (forced-colors: active) { progress { appearance: auto; } .button.primary { border: 2px solid Highlight; } }
  @media (prefers-reduced-motion: reduce) {
    *, *::before { animation: none !important; transition: none !important; }
    progress::-webkit-progress-value { transition: none !important; }
  }
`);

export const statusSheet = sheetOf(`
  .frame {
    position: relative;
    aspect-ratio: 16 / 9;
    margin-bottom: 1rem;
    border-radius: var(--round);
    background: var(--ground);
    overflow: hidden;
  }
  .frame > * { position: absolute; inset: 0; width: 100%; height: 100%; object-fit: cover; }
  .picture { animation: develop .9s ease-out; }
  @keyframes develop { from { opacity: 0; filter: blur(14px); } }
  .frame.busy::before {
    content: "";
    position: absolute;
    inset: 0;
    background: linear-gradient(105deg, transparent 35%, rgb(255 255 255 / .25) 50%, transparent 65%) 0 0 / 250% 100%;
    animation: sheen 2.6s ease-in-out infinite;
  }
  @keyframes sheen { from { background-position: 130% 0; } to { background-position: -60% 0; } }
  progress { margin-top: .75rem; }
`);

export const studioSheet = sheetOf(`
  .waiting { padding: 3rem 1.5rem; border-radius: var(--round); background: var(--ground); text-align: center; }
  .waiting p { margin-top: .5rem; }
  .waiting progress { width: 10rem; margin: 1.5rem auto 0; }
  .waiting progress:indeterminate {
    background: linear-gradient(90deg, transparent, var(--accent), transparent) 0 0 / 50% 100% no-repeat;
    animation: wander 1.6s ease-in-out infinite alternate;
  }
  .waiting progress::-webkit-progress-bar { background: transparent; }
  @keyframes wander { from { background-position: -20% 0; } to { background-position: 120% 0; } }
  fieldset { margin: 0; padding: 0; border: 0; min-inline-size: 0; }
  legend { padding: 0; }
  .cards { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 14rem), 1fr)); margin-top: 1rem; }
  label {
    position: relative;
    display: block;
    border-radius: var(--round);
    box-shadow: 0 0 0 1px var(--ink-soft);
    overflow: hidden;
    cursor: pointer;
  }
  label input { position: absolute; inset: 0; width: 100%; height: 100%; margin: 0; opacity: 0; cursor: pointer; }
  label:has(:checked) { box-shadow: 0 0 0 3px var(--accent); }
  label:has(:focus-visible) { outline: 3px solid var(--accent); outline-offset: 5px; }
  label img { display: block; width: 100%; aspect-ratio: 16 / 9; object-fit: cover; background: var(--ground); }
  label span { display: block; padding: 0 1rem; }
  label .name { padding-top: .75rem; font-weight: 600; }
  label .about { padding-bottom: 1rem; font-size: .875rem; }
  @media (forced-colors: active) { label { border: 1px solid; } label:has(:checked) { outline: 3px solid Highlight; } }
`);
