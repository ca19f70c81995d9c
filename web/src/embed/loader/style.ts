/** Both are settled against the page's own rules: an important rule of the shadow tree wins over the page's. */
const view = `
.view{position:relative;box-sizing:border-box;width:100%;height:100%}
.view p{position:absolute;inset:0;display:grid;place-items:center;margin:0;padding:2rem;text-align:center}
iframe{position:absolute;inset:0;width:100%;height:100%;border:0;visibility:hidden}
.ready iframe{visibility:visible}
.ready p{display:none}
[hidden]{display:none}
`;

const colors = `
--paper:#fff;--ink:#4f5b56;--rule:#c6cdc7;--accent:#17594a;--on-accent:#fff;--focus:#2b7de0;
font:15px/1.6 system-ui,-apple-system,"Segoe UI","PingFang HK","PingFang SC","Noto Sans CJK HK",sans-serif!important;
color:var(--ink)!important;
`;
const darkColors =
  "--paper:#181d1b;--ink:#aab5b0;--rule:#414b47;--accent:#7fcbb3;--on-accent:#0d1f19;--focus:#7db4ff;";

export const chatStyle = `
:host{all:initial;display:block!important;height:40rem;max-height:90vh;${colors}}
.view{min-height:20rem;border:1px solid var(--rule);border-radius:12px;overflow:hidden;background:var(--paper)}
:host([theme=dark]){${darkColors}}
@media (prefers-color-scheme:dark){:host(:not([theme=light])){${darkColors}}}
${view}`;

export const bubbleStyle = `
:host{all:initial!important;${colors}}
:host([data-theme=dark]){${darkColors}}
@media (prefers-color-scheme:dark){:host(:not([data-theme=light])){${darkColors}}}
button,.panel{position:fixed;z-index:2147483000;right:20px;bottom:20px;box-sizing:border-box}
:host([data-position=left]) :is(button,.panel){right:auto;left:20px}
button{display:grid;place-items:center;width:56px;height:56px;padding:0;border:0;border-radius:50%;
background:var(--accent);color:var(--on-accent);cursor:pointer;box-shadow:0 2px 6px #0003,0 8px 24px #0003}
button:focus-visible{outline:3px solid var(--focus);outline-offset:3px}
svg{width:26px;height:26px;fill:none;stroke:currentColor;stroke-width:1.8;stroke-linecap:round;stroke-linejoin:round}
.close,:host(.open) .ask{display:none}
:host(.open) .close{display:block}
:host(.unread) button::after{content:"";position:absolute;top:2px;right:2px;width:12px;height:12px;
border:2px solid var(--paper);border-radius:50%;background:#dda921}
.panel{bottom:88px;width:min(420px,100vw - 40px);height:min(680px,100vh - 112px);border:1px solid var(--rule);
border-radius:16px;overflow:hidden;background:var(--paper);box-shadow:0 8px 40px #0004}
:host([data-mode=panel]) .panel{inset:0 0 0 auto;width:min(480px,100vw);height:100%;border-width:0 0 0 1px;border-radius:0}
:host([data-mode=panel][data-position=left]) .panel{inset:0 auto 0 0;border-width:0 1px 0 0}
:host([data-mode=panel].open) button{display:none}
@media (max-width:520px){
:host .panel,:host([data-position=left]) .panel{inset:0;width:100%;height:100%;border:0;border-radius:0}
:host(.open) button{display:none}}
@media print{:host{display:none!important}}
${view}`;
