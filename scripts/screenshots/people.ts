import type { Stage } from './stage.js';

/** As somebody types them: two plain ones, long ones, other scripts, emoji. */
export const GUESTS = [
  'Ada Lovelace, Analytical engines, Royal Society',
  'Tomé Açaí, Interviewer',
  'Nzinga Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh, Principal engineer for very long titles that never end, The Institute of Institutes',
  'يعل محمد عبد الرحمن الخوارزمي, عالم رياضيات, بيت الحكمة',
  '山田 花子 👩🏽‍💻, 研究者, 東京大学',
  'Priya N, Kernel hacker',
];

export async function seat(stage: Stage, name: string): Promise<void> {
  await stage.tap(stage.button(`seat – ${name}`));
  await stage.page.getByRole('group', { name: 'On the shot' }).getByText(name).waitFor();
}

/** Puts a name on air, unless it is there. */
export async function show(stage: Stage, name: string): Promise<void> {
  const names = stage.page.getByRole('region', { name: 'Names' });
  const button = names.getByRole('button').filter({ has: stage.page.getByText(name, { exact: true }) });
  const off = button.filter({ hasText: /SHOW(?!ING)/u });
  if ((await off.count()) === 0) return;
  await stage.tap(off);
  await button.filter({ hasText: 'tap: off' }).waitFor();
}
