// Lets axe-core look at HTML files in headless Chromium; what it finds goes to stdout as JSON, file by file.
// node axe.mjs FOLDER-WITH-NODE_MODULES CHROMIUM FILE...
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const SMALLEST = 320; // CSS pixels: WCAG 2.1, 1.4.10
const [folder, chromium, ...files] = process.argv.slice(2);
const require = createRequire(join(folder, "package.json"));
const { default: puppeteer } = await import(pathToFileURL(require.resolve("puppeteer-core")).href);
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const profile = mkdtempSync(join(tmpdir(), "axe-"));
const browser = await puppeteer.launch({
  executablePath: chromium,
  userDataDir: profile,
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
  ],
});
try {
  const found = {};
  for (const file of files) {
    const page = await browser.newPage();
    await page.setViewport({ width: SMALLEST, height: 800 });
    await page.goto(pathToFileURL(file).href);
    await page.evaluate(axe);
    found[file] = await page.evaluate(async () => {
      const short = (rules) => rules.map((rule) => `${rule.id}: ${rule.help} (${rule.nodes[0].html.slice(0, 90)})`);
      const result = await globalThis.axe.run();
      return {
        violations: short(result.violations),
        incomplete: short(result.incomplete),
        passes: result.passes.map((rule) => rule.id),
        width: document.scrollingElement.scrollWidth,
      };
    });
    await page.close();
  }
  console.log(JSON.stringify(found));
} finally {
  await browser.close();
  rmSync(profile, { recursive: true, force: true });
}
