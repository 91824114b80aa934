// Colours by their numbers, before any browser starts.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast, type Rgb } from './checks/colour.ts';

const TOKENS = readFileSync(new URL('../../dashboard/styles/tokens.css', import.meta.url), 'utf8');
const [PLAIN, FORCED] = TOKENS.split('@media (forced-colors: active)') as [string, string];
const colours = new Map(
  [...PLAIN.matchAll(/--c-([a-z]+): #([0-9a-f]{6});/g)].map(([, name, hex]) => [name!, toRgb(hex!)]),
);

function toRgb(hex: string): Rgb {
  return [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb;
}
const between = (one: string, other: string) => contrast(colours.get(one)!, colours.get(other)!);

/** What only decorates, and what lies behind words. Every other colour is for words or marks. */
const BEHIND = ['ground', 'wash', 'banner'];
const DECORATION = ['rule', 'grid'];
const MARKS = ['limit', 'bar'];
const WORDS = [...colours.keys()].filter((name) => ![...BEHIND, ...DECORATION, ...MARKS].includes(name));

describe('the palette', () => {
  it.each(WORDS)('has words of %s that stand out from all that lies behind them', (name) => {
    for (const behind of BEHIND) expect(between(name, behind)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(MARKS)('has marks of %s that stand out from all that lies behind them', (name) => {
    for (const behind of BEHIND) expect(between(name, behind)).toBeGreaterThanOrEqual(3);
  });

  it('tells beside each colour its contrast on white', () => {
    const told = [...PLAIN.matchAll(/--c-([a-z]+): #[0-9a-f]{6}; \/\* ([\d.]+)/g)];
    expect(told.length).toBeGreaterThan(8);
    for (const [, name, figure] of told) expect([name, between(name!, 'ground').toFixed(1)]).toEqual([name, figure]);
  });

  it('leaves every colour to the reader who forces their own', () => {
    const forced = new Map([...FORCED.matchAll(/--c-([a-z]+): (\w+);/g)].map(([, name, to]) => [name!, to!]));
    expect([...forced.keys()].sort()).toEqual([...colours.keys()].sort());
    for (const name of BEHIND) expect(forced.get(name)).toBe('Canvas');
    for (const name of [...WORDS, ...MARKS]) expect(forced.get(name)).not.toBe('Canvas');
  });
});
