import { quoteData } from '~/lib/shared/boundary';
import type { SentPicture, TaskInput } from '../task';
import { aboutLine } from './about-line';

/** What the page says about itself and its pictures, all of it as data between the delimiters. */
export function pictureData({ page, pictures, boundary }: Pick<TaskInput, 'page' | 'pictures' | 'boundary'>): string {
  const lines = [
    ...aboutLine('Title', page.title),
    ...aboutLine('Site', page.siteName),
    ...aboutLine('Address', page.url),
    ...pictureLines(pictures),
  ];
  return quoteData(lines.join('\n'), boundary);
}

/** What the page says about each of the pictures, as lines of data. */
export function pictureLines(pictures: readonly SentPicture[]): string[] {
  return pictures.flatMap(({ about }, i) => (about ? describeContext(about, pictures.length > 1 ? `Picture ${i + 1}: ` : '') : []));
}

function describeContext(about: NonNullable<SentPicture['about']>, prefix: string): string[] {
  return [
    ...aboutLine(`${prefix}Present description`, about.name),
    ...aboutLine(`${prefix}Caption`, about.caption),
    ...aboutLine(`${prefix}Nearest heading`, about.heading),
    ...aboutLine(`${prefix}Text around it`, about.around),
  ];
}
