// How many times @dailymotion/vast-client parses a document in a second of this process's processor time.
//   node vast-client-throughput.cjs FOLDER DOCUMENT WARM-UP-SECONDS SECONDS
// FOLDER holds node_modules with @dailymotion/vast-client and @xmldom/xmldom.
'use strict';

const { createRequire } = require('node:module');
const fs = require('node:fs');
const path = require('node:path');

const [folder, file, warmUp, measured] = process.argv.slice(2);
const load = createRequire(path.join(path.resolve(folder), 'package.json'));
const { VASTParser } = load('@dailymotion/vast-client');
const { DOMParser } = load('@xmldom/xmldom');
const bytes = fs.readFileSync(file);

function parse() {
  const dom = new DOMParser().parseFromString(bytes.toString('utf8'), 'text/xml');
  const ads = new VASTParser().parseVastXml(dom, { isRootVAST: true });
  if (ads.length === 0) {
    throw new Error('There is no ad.');
  }
}

function used(since) {
  const usage = process.cpuUsage(since);
  return (usage.user + usage.system) / 1e6;
}

function run(seconds) {
  const start = process.cpuUsage();
  let count = 0;
  while (used(start) < seconds) {
    for (let i = 0; i < 20; i++) {
      parse();
    }
    count += 20;
  }
  return count / used(start);
}

run(Number(warmUp));
console.log(run(Number(measured)));
