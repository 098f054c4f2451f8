import { expect } from 'vitest';
import { decodeSent, nameColour } from '../../server/pictures.ts';

const COLOURS: Record<string, string> = {
  red: '#dc1414', green: '#14a028', blue: '#1428dc', yellow: '#f0dc1e', orange: '#fa8c0a', purple: '#8c1ea0', cyan: '#14c8dc', white: '#fff', grey: '#808080',
};

/** A page that shows nine colours, each in one ninth of what can be seen, and that can be scrolled. */
export const NINE_COLOURS = `<!doctype html><html lang="en"><title>Nine colours</title><body style="margin:0;height:4000px"><div style="position:fixed;inset:0">
${Object.values(COLOURS).map((colour, at) => `<i style="position:absolute;width:33.34%;height:33.34%;left:${((at % 3) * 100) / 3}%;top:${(Math.floor(at / 3) * 100) / 3}%;background:${colour}"></i>`).join('')}</div>`;

/** That the request holds one picture, of which every corner has the one colour. */
export async function expectPlain(request: { body: unknown } | undefined, colour: string): Promise<{ width: number; height: number }> {
  const [picture, ...others] = await decodeSent(request);
  expect(others).toEqual([]);
  const corners = [0.01, 0.99].flatMap((x) => [0.01, 0.99].map((y) => picture?.colourAt(x, y) ?? ([0, 0, 0, 0] as const)));
  expect(corners.map(nameColour)).toEqual([colour, colour, colour, colour]);
  return { width: picture?.width ?? 0, height: picture?.height ?? 0 };
}
