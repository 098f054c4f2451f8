import type { RunRequest } from '~/lib/shared/run';

import { pictureMessages } from './prompt/picture-messages';
import { pictureLanguageRule } from './prompt/picture-rules';
import type { Task, TaskMeta } from './task';

type ChartRequest = Extract<RunRequest, { task: 'explain-chart' }>;

/** Turns a chart, or a table that is a picture, into a table that a screen reader can walk through. */
export const meta: TaskMeta<ChartRequest> = {
  id: 'explain-chart',
  titleKey: 'menuExplainChart',
  menuKeys: { image: 'menuExplainChart' },
  menuOrder: 2,
  makeRequest: (source) => ({ task: 'explain-chart', source }),
};

const ROLE = 'You turn charts, diagrams and tables in pictures into tables for a reader who cannot see them.';

const FORM = `Form:
- First one line that says the main thing: what is compared or how it develops, with the decisive values and, where there is a time, from when to when.
- Then a Markdown table with its data and a header row: one row for each point, bar, slice or row, one column for each series, units in the header. For several charts, one such table each under a heading (##) with its title.
- Values that are printed are given as they stand. Values read off an axis are estimates: mark each with "≈" and say once below the table that they are. What cannot be read is "–". Never invent a row.
- For a diagram without numbers (a flow chart, an organisation chart) the table tells its parts and what leads to what.
- After the table at most two sentences: a note that the chart itself gives (source, missing data, a broken axis). No advice, no opinion, no closing remark.
- If the picture is neither chart, diagram nor table, say just that and what it shows, in one or two sentences, without a table.`;

const explainChart: Task<ChartRequest> = {
  ...meta,
  buildMessages: (input) =>
    pictureMessages(input, {
      role: ROLE,
      form: FORM,
      wish: ['Explain the chart: the trend in one line, then its data as a table.', pictureLanguageRule(input)],
    }),
  answerTokens: () => 4_000,
};
export default explainChart;
