import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../scripts/build/paths.ts';

const css = readFileSync(join(ROOT, 'src/ui/tokens.css'), 'utf8');
const [lightPart = '', darkPart = ''] = css.split('@media (prefers-color-scheme: dark)');

function tokens(part: string): Record<string, string> {
  return Object.fromEntries(
    [...part.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  );
}

const THEMES = { light: tokens(lightPart), dark: { ...tokens(lightPart), ...tokens(darkPart) } };

/** Relative luminance of a colour, WCAG 2.2. */
function luminance(hex: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** CIE lightness, 0 to 100. */
function lightness(hex: string): number {
  const y = luminance(hex);
  return y <= 216 / 24389 ? (y * 24389) / 27 : 116 * Math.cbrt(y) - 16;
}

const VERDICTS = ['not-found', 'verified', 'deactivated', 'differs', 'unchecked'] as const;

describe.each(Object.entries(THEMES))('the %s theme', (_theme, token) => {
  const of = (name: string): string => {
    const value = token[name];
    if (value === undefined) throw new Error(`no token ${name}`);
    return value;
  };

  it.each([
    ['ink', 'ground'],
    ['ink-quiet', 'ground'],
    ['ink-quiet', 'ground-quiet'],
    ['error', 'ground'],
    ['accent', 'ground'],
    ['accent-fill-ink', 'accent-fill'],
    ['accent-fill-ink', 'accent-fill-strong'],
    ['test-ink', 'test'],
    ...VERDICTS.map((verdict) => [`${verdict}-ink`, verdict]),
  ])('reads %s on %s at 4.5 : 1 or better', (ink = '', ground = '') => {
    expect(contrast(of(ink), of(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it('shows the edges of controls and the tick that fits at 3 : 1 or better', () => {
    for (const name of ['line-control', 'verified', 'accent-fill']) {
      expect(contrast(of(name), of('ground')), name).toBeGreaterThanOrEqual(3);
    }
  });

  it('keeps any two verdicts at least 8 steps of lightness apart, for eyes that mix up the hues', () => {
    const levels = VERDICTS.map((verdict) => lightness(of(verdict))).sort((a, b) => a - b);
    const steps = levels.slice(1).map((level, index) => level - (levels[index] ?? 0));
    expect(Math.min(...steps)).toBeGreaterThanOrEqual(8);
  });
});

describe('the tokens', () => {
  it('keep every motion of a control under 150 ms, and drop it for those who want none', () => {
    expect(css).toMatch(/--motion: 1[0-4]\d?ms;/);
    expect(css).toMatch(/prefers-reduced-motion: reduce[^}]*--motion: 0ms;/s);
  });

  it('measure in rem, so that 200 % text keeps the proportions', () => {
    const sizes = [...css.matchAll(/--(?:text|space|control|radius)[\w-]*: ([^;]+);/g)].map(
      ([, value]) => value,
    );
    expect(sizes.length).toBeGreaterThan(10);
    expect(sizes.filter((size) => !size?.endsWith('rem'))).toEqual([]);
  });
});
