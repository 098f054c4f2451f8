// The browser comes from the system (scripts/browser.mjs), not from the package's install step.
module.exports = { skipDownload: true };
