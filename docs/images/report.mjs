// Writes the screenshots of a report: node docs/images/report.mjs target/retort/report.html
// The report is that of the sample application whose base lacks the last revision. In a copy of sample-app that is a git repository
// without 2e8fb41d90c3 in its first commit, and with its file back in place:
//   mvn migrate:report -Dbase=main -Doffline -Ddatabase=postgresql:17
import {execFileSync} from 'node:child_process';
import {dirname, join, resolve} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const page = pathToFileURL(resolve(process.argv[2] ?? 'target/retort/report.html')).href;
const schemes = {dark: 0, light: 1};

for (const [scheme, number] of Object.entries(schemes)) {
  for (const [width, height] of [[1280, 2010], [420, 2560]]) {
    const file = join(here, width === 1280 ? `report-${scheme}.png` : `report-${scheme}-narrow.png`);
    execFileSync('chromium', [
      '--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--host-resolver-rules=MAP * ~NOTFOUND',
      `--blink-settings=preferredColorScheme=${number}`, `--window-size=${width},${height}`, `--screenshot=${file}`, page,
    ], {stdio: 'ignore'});
    console.log(file);
  }
}
