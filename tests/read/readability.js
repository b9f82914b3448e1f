// SPDX-License-Identifier: GPL-3.0-or-later
// Reads pages with Readability in jsdom, as Firefox's reader view and many scripts do, and prints
// the processor seconds that it took, without the program's own start.
//
//     node readability.js READABILITY.JS PAGE…
'use strict';

const fs = require('fs');

function load() {
  try {
    return require('jsdom');
  } catch (error) {
    if (error.code !== 'MODULE_NOT_FOUND')
      throw error;
    console.error('no jsdom');
    process.exit(77);
  }
}

const { JSDOM, VirtualConsole } = load();
const [program, ...pages] = process.argv.slice(2);
const scope = { exports: {} };
new Function('module', 'exports',
  fs.readFileSync(program, 'utf8') +
  '\nif (typeof Readability !== "undefined") module.exports = Readability;')(scope, scope.exports);
const Readability = scope.exports;
const texts = pages.map((page) => fs.readFileSync(page, 'utf8'));

let read = 0;
const start = process.cpuUsage();
for (const text of texts) {
  try {
    const dom = new JSDOM(text,
      { url: 'https://page.example/', virtualConsole: new VirtualConsole() });
    read += new Readability(dom.window.document).parse() !== null;
    dom.window.close();
  } catch (error) {
    console.error(error.message);
  }
}
const used = process.cpuUsage(start);
console.log(((used.user + used.system) / 1e6).toFixed(3), read);
