/**
 * The chooser's look. What marks the part is of two tones, so that it stands out from whatever the page shows; only the
 * bar follows forced colours. Left and right are the screen's: a picture is not mirrored for right-to-left languages.
 */
export const STYLES = `
html { color-scheme: only light; background: none; }
body { margin: 0; overflow: hidden; }
.chooser, .chooser * { box-sizing: border-box; }
.chooser {
  position: fixed; inset: 0; overflow: hidden; outline: none; cursor: crosshair;
  touch-action: none; user-select: none; -webkit-user-select: none;
  font: 15px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
}
.part, .part * { forced-color-adjust: none; }
.part { position: absolute; container: part / size; box-shadow: 0 0 0 2px #fff, 0 0 0 4px #000, 0 0 0 200vmax rgb(0 0 0 / 50%); }
.part.whole { box-shadow: inset 0 0 0 2px #fff, inset 0 0 0 4px #000; }
.line { position: absolute; background: #fff; box-shadow: 0 0 0 1px #000; }
.line.down { inset-block: 0; width: 2px; }
.line.across { left: 0; right: 0; height: 2px; }
.cell { position: absolute; width: calc(100% / 3); height: calc(100% / 3); container-type: size; padding: min(6cqmin, 6px); }
.digit {
  display: inline-block; font-weight: 700; font-size: clamp(13px, 32cqmin, 56px); line-height: 1.1; padding: 0 0.32em;
  color: #fff; background: #000; border: 1px solid #fff; border-radius: 0.25em; box-shadow: 0 0 0 1px #000;
}
@container part (max-width: 53px) or (max-height: 53px) { .cell, .line { display: none; } }
.drawing .cell, .drawing .line { display: none; }
.extent {
  position: absolute; right: 0; top: 0; padding: 0 6px; direction: ltr; white-space: nowrap;
  font-size: 13px; font-variant-numeric: tabular-nums; color: #fff; background: #000; border: 1px solid #fff;
}
.extent.above { top: auto; bottom: calc(100% + 4px); }
.extent.to-left { right: auto; left: 0; }
.bar {
  position: absolute; left: 12px; right: 12px; bottom: 12px; margin-inline: auto; max-width: 52rem; padding: 10px 14px;
  display: grid; grid-template-columns: 1fr auto; gap: 4px 16px; align-items: center; cursor: default;
  color: #fff; background: #14181b; border: 1px solid #fff; border-radius: 10px; box-shadow: 0 0 0 1px #000, 0 4px 16px rgb(0 0 0 / 50%);
}
.bar.at-top { bottom: auto; top: 12px; }
.drawing .bar { visibility: hidden; }
.bar p { margin: 0; }
.help { grid-column: 1 / -1; font-size: 13px; color: #d3dadd; }
.status { font-weight: 600; overflow-wrap: anywhere; }
.buttons { display: flex; gap: 8px; }
button {
  font: inherit; font-weight: 600; min-height: 34px; padding: 2px 14px; cursor: pointer;
  color: #fff; background: none; border: 1px solid #a7b3b9; border-radius: 7px;
}
button.primary { color: #06201f; background: #74d3cb; border-color: #74d3cb; }
button:focus-visible { outline: 2px solid #fff; outline-offset: 2px; }
@media (max-height: 440px), (max-width: 360px) { .help { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); } }
@media (max-width: 480px) { .bar { grid-template-columns: 1fr; } }
@media (forced-colors: active) {
  .bar, .help { color: CanvasText; background: Canvas; border-color: CanvasText; }
  button.primary { color: ButtonText; background: ButtonFace; border: 2px solid ButtonText; }
  button:focus-visible { outline-color: Highlight; }
}
`;
