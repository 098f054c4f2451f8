import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { splitSentences } from '~/lib/shared/sentences';

/** Language and text with ¦ at every border between sentences. */
const CASES: [string, string][] = [
  // English: abbreviations, titles, initials
  ['en', 'Dr. Smith met Mrs. Jones. ¦They spoke.'],
  ['en', 'St. Mary vs. St. John ended 2–1. ¦Fans cheered.'],
  ['en', 'J. K. Rowling wrote it. ¦It sold well.'],
  ['en', 'George W. Bush spoke. ¦Nobody listened.'],
  ['en', 'He works for the U.S. Senate in Washington, D.C. ¦The office is small.'],
  ['en', 'He lives in the U.S. ¦He likes it.'],
  ['en', 'Use tools, e.g. Vite or esbuild, i.e. Fast ones. ¦Then build.'],
  ['en', 'It opens at 9 a.m. Monday and closes at 5 p.m. ¦The fee is low.'],
  ['en', 'Apple Inc. sued Foo Ltd. over it. ¦The case was dropped.'],
  ['en', 'He joined Acme Inc. ¦In 2019 he left.'],
  ['en', 'She holds a Ph.D. from Oslo. ¦She teaches.'],
  ['en', 'Bring pens, paper, etc. ¦We start early.'],
  ['en', 'See Fig. 3 and pp. 12–14 in vol. 2. ¦The rest is noise.'],
  ['en', 'He said No. ¦She said yes.'],
  ['en', 'Channel No. 5 was first sold in 1921. ¦It still is.'],
  ['en', 'It happened on Sept. 11 in New York. ¦Many saw it.'],
  ['en', 'Smith et al. Proved it in 2001. ¦We agree.'],
  ['en', 'Gen. Lee met Lt. Col. Brown. ¦Both left.'],
  ['en', 'Take vitamin C. ¦The rest is optional.'],
  ['en', 'Martin Luther King Jr. Day is a holiday. ¦It is in January.'],
  // English: numbers, names with marks, addresses
  ['en', 'Pi is 3.14159. ¦It never ends.'],
  ['en', 'Version 2.0.1 costs $4.50. ¦Buy it.'],
  ['en', 'Visit example.com for more. ¦It is free.'],
  ['en', 'Yahoo! was sold. ¦Who bought it? ¦Verizon did.'],
  ['en', 'He retired in May. ¦15 people came.'],
  ['en', 'Sales fell again. ¦iPhone sales rose.'],
  ['en', '1. Open the lid. ¦2. Take it out.'],
  ['en', 'Groups of max. 15 people, approx. 20 Minutes. ¦Book early.'],
  ['en', 'It grew by 5 percent. ¦2019 was worse.'],
  // English: quotations, brackets, dots
  ['en', '"Why?" he asked. ¦"Because," she said.'],
  ['en', '“Stop!” cried Ann. ¦Nobody stopped.'],
  ['en', 'He said, “I am done.” ¦Then he left.'],
  ['en', 'It was late (about 9 p.m.) when he came. ¦He slept.'],
  ['en', 'He left. ¦(Nobody saw it.) ¦She stayed.'],
  ['en', 'Well… ¦That was odd.'],
  ['en', 'He paused... then went on. ¦Nobody spoke.'],
  ['en', 'What?! ¦Really?'],
  ['en', 'Really?? ¦Yes!!!'],
  // Footnote marks
  ['en', 'Peat forms slowly.[1] ¦It stores carbon.[2][3] ¦Moss helps.'],
  ['en', 'It was first.[citation needed] ¦It was not.'],
  ['en', 'He left [in 1999]. ¦[Applause] Then he spoke.'],
  ['en', 'It is known to last.12 ¦The others are not.'],
  // Line breaks
  ['en', 'No full stop here\n¦Another line'],
  ['en', 'First.\n\n¦Second.'],
  // German
  ['de', 'Am 3. Oktober feiern wir. ¦Es regnet.'],
  ['de', 'Im 19. Jahrhundert war das z. B. in Wien so. ¦Heute nicht.'],
  ['de', 'Das kostet u.a. Zeit, d.h. Geld. ¦Wir warten.'],
  ['de', 'Prof. Dr. Müller kam ca. 20 Min. zu spät. ¦Er lachte.'],
  ['de', 'Die EU zahlt 14 Mio. Euro. ¦Danach endet es.'],
  ['de', 'Um 18.40 Uhr fährt er ab. ¦Der Zug ist voll.'],
  ['de', '„Komm!“, rief er. ¦„Warum?“ ¦Sie blieb.'],
  ['de', 'Laut Abs. 2 Nr. 4 BGB gilt das. ¦Der Rest nicht.'],
  // French
  ['fr', 'M. Dupont et Mme Curie sont là. ¦Ils parlent.'],
  ['fr', 'César mourut en 44 av. J.-C. à Rome. ¦Il avait raison.'],
  ['fr', '« Pourquoi ? » demanda-t-il. ¦Elle rit.'],
  ['fr', '« Pourquoi ? » ¦Elle rit.'],
  ['fr', 'Voir p. 12. ¦C’est tout.'],
  // Spanish
  ['es', 'El Sr. López vive en EE. UU. desde 1990. ¦Es médico.'],
  ['es', '¿Qué hora es? ¦¡Ya es tarde! ¦Vamos.'],
  ['es', 'La Dra. Ruiz y D. Juan hablaron. ¦Nadie oyó.'],
  // Italian, Portuguese, Dutch
  ['it', 'Il sig. Rossi abita a pag. 5. ¦È vero.'],
  ['pt', 'O Sr. Silva chegou às 9h. ¦Ele dormiu.'],
  ['nl', 'Dat is bijv. De Waag. ¦Het is oud.'],
  // Russian, Greek, Polish, Czech, Turkish
  ['ru', 'А. С. Пушкин родился в 1799 г. в Москве. ¦Он писал стихи.'],
  ['ru', 'Это стоит 5 тыс. руб. и т. д. ¦На этом всё.'],
  ['el', 'Τι κάνεις\u037e ¦Είμαι καλά.'],
  ['pl', 'Ul. Długa jest np. W Gdańsku. ¦Tak.'],
  ['cs', 'Dne 5. Května pršelo. ¦Potom ne.'],
  ['tr', 'Dr. Kaya 3. Katta oturuyor. ¦Geç geldi.'],
  // Hindi, Arabic, Persian, Urdu, Armenian
  ['hi', 'डॉ. मीणा आईं। ¦वे बोलीं।'],
  ['hi', 'क्या यह सच है? ¦हाँ।'],
  ['hi', 'वह घर आया था. ¦यह सच है. ¦सब खुश थे.'],
  ['ar', 'قال د. سامر ذلك. ¦ثم خرج.'],
  ['ar', 'هل جاء؟ ¦نعم، جاء.'],
  ['ur', 'یہ کیا ہے؟ ¦یہ کتاب ہے۔ ¦اچھا۔'],
  ['hy', 'Նա եկավ։ ¦Մենք գնացինք։'],
  // Chinese, Japanese, Korean, Thai
  ['zh', '他来了。¦她走了！¦为什么？'],
  ['zh', '“你好吗？”他问。¦她笑了。'],
  ['zh', '价格是3.5元。¦很便宜。'],
  ['ja', '今日は晴れです。¦明日は雨でしょう。'],
  ['ja', '「もう遅い。」と彼は言った。¦彼女は笑った。'],
  ['ja', '本当ですか？¦はい！'],
  ['ko', '안녕하세요. ¦저는 학생입니다. ¦누구세요?'],
  ['ko', '그는 할 수 있는 것. ¦우리는 간다.'],
  ['th', 'สวัสดี'],
];

describe('splitSentences', () => {
  it.each(CASES)('%s: %s', (lang, marked) => {
    const expected = marked.split('¦').map((part) => part.trim());
    expect(splitSentences(marked.replaceAll('¦', ''), lang).map(({ text }) => text)).toEqual(expected);
  });

  it('needs no language, and takes no offence at a wrong one', () => {
    const expected = ['Dr. Smith left.', 'He did.'];
    for (const lang of [undefined, '', 'x', 'not a tag', 'en_US', 'zz', '../etc']) {
      expect(splitSentences('Dr. Smith left. He did.', lang).map(({ text }) => text)).toEqual(expected);
    }
  });

  it('cuts Thai at its spaces, in pieces that can be spoken', () => {
    const clause = 'ประเทศไทยเป็นประเทศที่ตั้งอยู่ในเอเชียตะวันออกเฉียงใต้มีประชากรประมาณหกสิบหกล้านคน';
    const sentences = splitSentences(`${clause} ${clause} ${clause}`, 'th');
    expect(sentences.map(({ text }) => text)).toEqual([clause, clause, clause]);
  });

  it.each(['x', 'a. ', '. ', '" ', '[', '[1]', '… ', '! ', 'Dr. ', '» ', 'ไทย ', 'を', '1. ', '\n', 'end.1 '])('stays linear on nothing but %j', (part) => {
    const text = part.repeat(Math.floor(300_000 / part.length));
    expect(splitSentences(text, 'en').at(-1)?.end ?? 0).toBe(text.trimEnd().length);
  });

  it('gives offsets into the text, loses nothing but white space and repeats nothing', () => {
    const part = fc.constantFrom('Dr. ', 'He left. ', '"Why?" ', 'he ', '[1] ', '3.5 ', '。', 'と', '”', '…', '\n', ' ', '  ', 'iPhone ', '15 ', 'ไทย ', '!');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), fc.constantFrom('en', 'de', 'ja', ''), (parts, lang) => {
        const text = parts.join('');
        let end = 0;
        for (const sentence of splitSentences(text, lang)) {
          expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text);
          expect(sentence.text).toBe(sentence.text.trim());
          expect(sentence.text).not.toBe('');
          expect(text.slice(end, sentence.start).trim()).toBe('');
          end = sentence.end;
        }
        expect(text.slice(end).trim()).toBe('');
      }),
    );
  });
});
