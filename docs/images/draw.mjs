// Writes the pictures of the documentation: node docs/images/draw.mjs
import {writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const themes = {
  light: {back: '#ffffff', edge: '#d0d7de', text: '#1f2328', soft: '#656d76', accent: '#0969da', good: '#1a7f37', other: '#8250df'},
  dark: {back: '#0d1117', edge: '#30363d', text: '#e6edf3', soft: '#8d96a0', accent: '#4493f8', good: '#3fb950', other: '#ab7df8'},
};
const mono = 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace';
const escape = text => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

// Each line: [colour, text]; a command starts with a prompt.
const session = [
  ['command', 'mvn -q migrate:revision -Dmessage="add nickname"'],
  ['soft', 'src/main/java/db/revisions/R4905f96b78f3_add_nickname.java'],
  ['good', '  + column owner.nickname varchar(40)'],
  ['soft', 'Next: mvn migrate:upgrade'],
  ['', ''],
  ['command', 'mvn -q migrate:upgrade'],
  ['text', 'Upgrade to head: H2 2.4.240 at jdbc:h2:file:./data/clinic, from 7b34d2d9c0a1 (create owner)'],
  ['text', '  1 of 1  + 4905f96b78f3 (add nickname) ... 1 statement, 0.03 s'],
  ['text', 'Upgraded H2 2.4.240 at jdbc:h2:file:./data/clinic to 4905f96b78f3 (add nickname): 1 revision in 0.03 s.'],
  ['soft', 'Next: start the application, or revert this upgrade with mvn migrate:downgrade -Dtarget=7b34d2d9c0a1'],
  ['', ''],
  ['command', 'mvn -q migrate:check'],
  ['good', 'Entities and database agree.'],
];

function terminal(theme) {
  const lineHeight = 20, left = 20, top = 56, width = 790;
  const height = top + session.length * lineHeight + 8;
  const lines = session.map(([kind, text], at) => {
    const y = top + at * lineHeight;
    if (kind === 'command') {
      return `  <text x="${left}" y="${y}"><tspan fill="${theme.accent}">$</tspan> <tspan fill="${theme.text}">${escape(text)}</tspan></text>`;
    }
    return text ? `  <text x="${left}" y="${y}" fill="${theme[kind]}">${escape(text)}</text>` : '';
  }).filter(line => line);
  const dots = [0, 1, 2].map(at => `  <circle cx="${22 + at * 18}" cy="18" r="5" fill="${theme.edge}"/>`);
  return picture(width, height, theme, 'A terminal: write a revision, upgrade, check', [
    ...dots,
    `  <line x1="0" y1="36" x2="${width}" y2="36" stroke="${theme.edge}"/>`,
    `  <g font-family="${mono}" font-size="12" xml:space="preserve">`, ...lines, '  </g>',
  ]);
}

// A revision: column, row, label, colour; and the edges between them.
const nodes = {
  base: [0, 1, 'create member', 'text'],
  email: [1, 0, 'add email', 'accent'],
  loan: [1, 2, 'create loan', 'other'],
  merge: [2, 1, 'merge', 'text'],
  head: [3, 1, 'full name', 'good'],
};
const edges = [['base', 'email'], ['base', 'loan'], ['email', 'merge'], ['loan', 'merge'], ['merge', 'head']];

function history(theme) {
  const x = name => 70 + nodes[name][0] * 170, y = name => 50 + nodes[name][1] * 50;
  const lines = edges.map(([from, to]) => {
    const middle = (x(from) + x(to)) / 2;
    return `  <path d="M${x(from)} ${y(from)} C${middle} ${y(from)} ${middle} ${y(to)} ${x(to)} ${y(to)}" fill="none" stroke="${theme.soft}" stroke-width="2"/>`;
  });
  const circles = Object.entries(nodes).flatMap(([name, [, row, label, colour]]) => [
    `  <circle cx="${x(name)}" cy="${y(name)}" r="8" fill="${theme[colour]}"/>`,
    `  <text x="${x(name)}" y="${row === 0 ? y(name) - 18 : y(name) + 28}" text-anchor="middle" fill="${theme.text}">${label}</text>`,
  ]);
  const marks = [
    `  <text x="${x('base')}" y="${y('base') - 18}" text-anchor="middle" fill="${theme.soft}">base</text>`,
    `  <text x="${x('head')}" y="${y('head') - 18}" text-anchor="middle" fill="${theme.soft}">head</text>`,
  ];
  return picture(650, 200, theme, 'A history: two branches start from one revision and are merged', [
    '  <g font-family="-apple-system, Segoe UI, Helvetica, Arial, sans-serif" font-size="13">', ...lines, ...circles, ...marks, '  </g>',
  ]);
}

function picture(width, height, theme, title, content) {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `  <title>${title}</title>`,
    `  <rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8" fill="${theme.back}" stroke="${theme.edge}"/>`,
    ...content,
    '</svg>',
  ].join('\n') + '\n';
}

for (const [name, theme] of Object.entries(themes)) {
  writeFileSync(join(here, `terminal-${name}.svg`), terminal(theme));
  writeFileSync(join(here, `history-${name}.svg`), history(theme));
}
