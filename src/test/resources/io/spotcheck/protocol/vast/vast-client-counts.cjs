// Counts what @dailymotion/vast-client finds in single VAST documents, without following a wrapper.
//   node vast-client-counts.cjs FOLDER < documents.json > counts.json
// FOLDER holds node_modules; documents.json is {"name": "text", …}, and counts.json {"name": {"ads": 1, …}, …}, with
// {"refused": "why"} for a document that cannot be parsed.
'use strict';

const { createRequire } = require('node:module');
const path = require('node:path');
const load = createRequire(path.join(path.resolve(process.argv[2]), 'package.json'));
const { VASTParser } = load('@dailymotion/vast-client');
const { DOMParser } = load('@xmldom/xmldom');

/** The package says on the console what it misses; the output is for the counts alone. */
console.log = console.info = console.warn = console.error = () => {};

function dom(text) {
  const stop = (message) => { throw new Error(String(message)); };
  return new DOMParser({ errorHandler: { warning: () => {}, error: stop, fatalError: stop } })
    .parseFromString(text, 'text/xml');
}

function urls(trackingEvents) {
  return Object.values(trackingEvents || {}).reduce((sum, list) => sum + list.length, 0);
}

function count(text) {
  const parser = new VASTParser();
  const ads = parser.parseVastXml(dom(text), { isRootVAST: true });
  const counts = {
    ads: ads.length, linear: 0, nonlinear: 0, companions: 0, mediaFiles: 0, rootErrors: parser.rootErrorURLTemplates.length,
    impressions: 0, errors: 0, viewable: 0, tracking: 0, clicks: 0, icons: 0, verification: 0,
  };
  for (const ad of ads) {
    counts.impressions += ad.impressionURLTemplates.length;
    counts.errors += ad.errorURLTemplates.length;
    for (const viewable of ad.viewableImpression) {
      counts.viewable += viewable.viewable.length + viewable.notViewable.length + viewable.viewUndetermined.length;
    }
    for (const verification of ad.adVerifications) {
      counts.verification += urls(verification.trackingEvents);
    }
    for (const creative of ad.creatives) {
      counts.tracking += urls(creative.trackingEvents);
      if (creative.type === 'linear') {
        counts.linear += 1;
        counts.mediaFiles += creative.mediaFiles.length;
        counts.clicks += creative.videoClickTrackingURLTemplates.length + creative.videoCustomClickURLTemplates.length;
        for (const icon of creative.icons) {
          counts.icons += icon.iconClickTrackingURLTemplates.length + (icon.iconViewTrackingURLTemplate ? 1 : 0);
        }
      }
      for (const variation of creative.variations || []) {
        if (creative.type === 'companion') {
          counts.companions += 1;
          counts.tracking += urls(variation.trackingEvents);
          counts.clicks += variation.companionClickTrackingURLTemplates.length;
        } else {
          counts.nonlinear += 1;
          counts.clicks += variation.nonlinearClickTrackingURLTemplates.length;
        }
      }
    }
  }
  return counts;
}

let input = '';
process.stdin.setEncoding('utf8');
process.stdin.on('data', (piece) => { input += piece; });
process.stdin.on('end', () => {
  const result = {};
  for (const [name, text] of Object.entries(JSON.parse(input))) {
    try {
      result[name] = count(text);
    } catch (refused) {
      result[name] = { refused: String(refused.message).split('\n')[0] };
    }
  }
  process.stdout.write(JSON.stringify(result));
});
