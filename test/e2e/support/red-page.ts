import { writePdf } from '../../fixtures/pdf/write-pdf.ts';

/** What stands on the third page. */
export const ON_RED = 'Keeper Ottilie Brandt counted 4711 ships in 1903';

/** A PDF whose third page is red, which a picture of the screen shows; a sentence stands on it. */
export const redThird = (title: string) => writePdf({
  title,
  pages: [1, 2, 3, 4].map((number) => ({
    content: `${number === 3 ? '1 0 0 rg 0 0 595 842 re f 0 g ' : ''}BT /F1 11 Tf 72 700 Td (${number === 3 ? `${ON_RED}.` : `This is page ${number} of the book about the harbour and its keepers.`}) Tj ET`,
  })),
});
