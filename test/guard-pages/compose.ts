import { DISGUISED, HIDDEN, VISIBLE, type Carry } from './carriers.ts';
import { LOOKALIKES } from './lookalikes.ts';
import { DESIGNS, STORIES, type GuardPage, type Inserts, type Story } from './designs.ts';
import { heldOutPages } from './held-out.ts';
import { FOREIGN, ORDERS, SHORT, type Order } from './orders.ts';

/** Pages with instructions to assistants and pages that only look so. The same ones every time. */
export function composeGuardPages(): GuardPage[] {
  return [...injectedPages(), ...cleanPages(), ...heldOutPages()];
}

function* injectedPages(): Generator<GuardPage> {
  let n = 0;
  const make = (name: string, story: Story, inserts: Inserts): GuardPage => ({ kind: 'injected', name: `${String(++n).padStart(3, '0')}-${name}`, html: at(DESIGNS, n)(story, inserts) });
  const english = STORIES.filter(({ lang }) => lang === 'en');
  const hidden = Object.entries(HIDDEN);
  for (const [i, order] of ORDERS.entries()) {
    for (const step of [0, 17]) {
      const [name, carry] = at(hidden, i + step);
      yield make(name, at(english, i), carry(order.text));
    }
    if (order.plain) for (const [name, carry] of visibleOf(i)) yield make(name, at(english, i), carry(order.text));
  }
  for (const [i, [name, carry]] of Object.entries(DISGUISED).entries()) for (const step of [0, 3]) yield make(name, at(english, i + step), carry(at(SHORT, i + step)));
  for (const [lang, orders] of Object.entries(FOREIGN)) {
    const story = STORIES.find((one) => one.lang === lang) ?? at(english, n);
    for (const order of orders) for (const [name, carry] of foreignCarriers(order, n)) yield make(`${lang}-${name}`, story, carry(order.text));
  }
}

function visibleOf(i: number): [string, Carry][] {
  const all = Object.entries(VISIBLE);
  return [at(all, i), at(all, i + 3)];
}

function foreignCarriers(order: Order, n: number): [string, Carry][] {
  const carriers = [at(Object.entries(HIDDEN), n * 7)];
  return order.plain ? [...carriers, at(Object.entries(VISIBLE), n)] : carriers;
}

function* cleanPages(): Generator<GuardPage> {
  for (const [i, { name, inserts, story }] of LOOKALIKES.entries()) {
    for (const step of [0, 3]) {
      const around = story ?? at(STORIES, story ? 0 : i + step * 5);
      yield { kind: 'clean', name: `${String(i).padStart(3, '0')}-${step}-${name}`, html: at(DESIGNS, i + step)(around, inserts) };
    }
  }
}

function at<T>(all: readonly T[], index: number): T {
  return all[index % all.length] as T;
}
