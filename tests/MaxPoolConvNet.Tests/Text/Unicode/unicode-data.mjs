// Writes src/MaxPoolConvNet/Text/Unicode/UnicodeData.cs from the Unicode data of Node's ICU (18 or later, with full ICU):
//
//     node unicode-data.mjs > ../../../../src/MaxPoolConvNet/Text/Unicode/UnicodeData.cs
//
// UnicodeTables reads what is written here, in the same order; every number is a varint of 7 bits a byte, the lowest first.

const bytes = [];
const write = (number) => {
  for (; number > 127; number >>>= 7) bytes.push(128 | (number & 127));
  bytes.push(number);
};
const writeSigned = (number) => write(number < 0 ? -2 * number - 1 : 2 * number);
const points = (text) => [...text].map((character) => character.codePointAt(0));
const text = String.fromCodePoint;

const all = [];
for (let point = 0x80; point <= 0x10ffff; point++) if (point < 0xd800 || point > 0xdfff) all.push(point);
const isHangul = (point) => point >= 0xac00 && point <= 0xd7a3;

// 1. Characters that stand for others: one (a singleton), or one and a mark. Those of a mark in the order of what comes before it; the lowest
// bit of a difference says that the pair is not composed again.
const singletons = [];
const byParts = new Map(all.map((point) => [text(point).normalize('NFD'), point]));
const pairs = new Map();
for (const point of all) {
  const parts = points(text(point).normalize('NFD'));
  if (isHangul(point) || (parts.length === 1 && parts[0] === point)) continue;
  const whole = points(text(...parts).normalize('NFC'));
  if (whole.length === 1 && whole[0] !== point) {
    singletons.push([point, whole[0]]);
    continue;
  }
  const last = parts.pop();
  const rest = points(text(...parts).normalize('NFC'));
  const first = rest.length === 1 ? rest[0] : byParts.get(text(...parts));
  if (first === undefined) throw new Error(`U+${point.toString(16)} isn't a character and a mark`);
  if (!pairs.has(last)) pairs.set(last, []);
  pairs.get(last).push({ first, point, isExcluded: whole.length > 1 });
}
write(singletons.length);
let [before, beforeTarget] = [0, 0];
for (const [point, target] of singletons) {
  write(point - before);
  writeSigned(target - beforeTarget);
  [before, beforeTarget] = [point, target];
}
write(pairs.size);
let beforeLast = 0;
for (const [last, entries] of [...pairs].sort((one, other) => one[0] - other[0])) {
  write(last - beforeLast);
  write(entries.length);
  beforeLast = last;
  let [beforeFirst, beforePoint] = [0, 0];
  for (const { first, point, isExcluded } of entries.sort((one, other) => one.first - other.first)) {
    write((first - beforeFirst) * 2 + (isExcluded ? 1 : 0));
    writeSigned(point - beforePoint);
    [beforeFirst, beforePoint] = [first, point];
  }
}

// 2. Canonical combining classes, in runs. JavaScript doesn't tell them, but normalization sorts by them: a mark is of the class of the
// representative with which it never changes places.
const representatives = [
  [1, 0x334], [6, 0x16ff0], [7, 0x93c], [8, 0x3099], [9, 0x94d], [10, 0x5b0], [11, 0x5b1], [12, 0x5b2], [13, 0x5b3], [14, 0x5b4], [15, 0x5b5],
  [16, 0x5b6], [17, 0x5b7], [18, 0x5b8], [19, 0x5b9], [20, 0x5bb], [21, 0x5bc], [22, 0x5bd], [23, 0x5bf], [24, 0x5c1], [25, 0x5c2], [26, 0xfb1e],
  [27, 0x64b], [28, 0x64c], [29, 0x64d], [30, 0x64e], [31, 0x64f], [32, 0x650], [33, 0x651], [34, 0x652], [35, 0x670], [36, 0x711], [84, 0xc55],
  [91, 0xc56], [103, 0xe38], [107, 0xe48], [118, 0xeb8], [122, 0xec8], [129, 0xf71], [130, 0xf72], [132, 0xf74], [202, 0x321], [214, 0x1dce],
  [216, 0x31b], [218, 0x302a], [220, 0x316], [222, 0x59a], [224, 0x302e], [226, 0x1d16d], [228, 0x5ae], [230, 0x300], [232, 0x315], [233, 0x35c],
  [234, 0x35d], [240, 0x345],
];
const isReordered = (one, other) => text(0x61, one, other).normalize('NFD') !== text(0x61, one, other);
const changesPlaces = (one, other) => isReordered(one, other) || isReordered(other, one);
const runs = [];
for (const point of all) {
  if (!/\p{M}/u.test(text(point)) || text(point).normalize('NFD') !== text(point)) continue;
  if (!changesPlaces(point, 0x334) && !changesPlaces(point, 0x345)) continue;
  const [combiningClass] = representatives.find(([, mark]) => !changesPlaces(point, mark));
  const run = runs.at(-1);
  if (run && run.end === point && run.combiningClass === combiningClass) run.end++;
  else runs.push({ start: point, end: point + 1, combiningClass });
}
write(runs.length);
before = 0;
for (const { start, end, combiningClass } of runs) {
  write(start - before);
  write(end - start);
  write(combiningClass);
  before = end;
}

// 3. Small letters, in runs of every character or every second one, that are as far from their capitals.
const capitals = [];
for (const point of all) {
  const small = points(text(point).toLowerCase());
  if (small.length > 1 || small[0] === point) continue;
  const difference = small[0] - point;
  const run = capitals.at(-1);
  const step = run ? point - run.last : 0;
  if (run && run.difference === difference && (step === run.step || (run.count === 1 && step <= 2))) {
    Object.assign(run, { last: point, step, count: run.count + 1 });
  } else {
    capitals.push({ start: point, last: point, step: 1, count: 1, difference });
  }
}
write(capitals.length);
before = 0;
for (const { start, step, count, difference } of capitals) {
  write(start - before);
  write(count * 2 + step - 1);
  writeSigned(difference);
  before = start;
}

// 4. Of U+FF01 to U+FFEE, what they are full-width or half-width forms of; 0 where nothing is assigned.
const hangul = (point) => {
  for (const [first, last, jamo] of [
    [0xffa0, 0xffa0, 0x3164], [0xffa1, 0xffbe, 0x3131], [0xffc2, 0xffc7, 0x314f], [0xffca, 0xffcf, 0x3155], [0xffd2, 0xffd7, 0x315b],
    [0xffda, 0xffdc, 0x3161],
  ]) if (point >= first && point <= last) return jamo + point - first;
  return 0;
};
before = 0;
for (let point = 0xff01; point <= 0xffee; point++) {
  const form = points(text(point).normalize('NFKC'));
  const usual = hangul(point) || (point === 0xffe3 ? 0xaf : form[0] === point ? 0 : form[0]);
  writeSigned(usual - before);
  before = usual;
}

const lines = bytes.join(', ').concat(',').match(/.{1,131}(?:,(?= |$))/g).map((line) => line.trim());
process.stdout.write(`namespace MaxPoolConvNet.Text;

/// <summary>
/// What the words of texts need of Unicode ${process.versions.unicode}: canonical decompositions, combining classes, small letters, half-width and
/// full-width forms. The system has such tables too, but not of one version everywhere, and none of normalization in the invariant mode of
/// globalization.
/// </summary>
/// <remarks>Written by <c>tests/MaxPoolConvNet.Tests/Text/Unicode/unicode-data.mjs</c>, which says what stands where.</remarks>
internal static class UnicodeData
{
    /// <summary>The tables.</summary>
    public static ReadOnlySpan<byte> Bytes =>
    [
${lines.map((line) => `        ${line}`).join('\n')}
    ];
}
`);
