/** First words that lean on the sentence before: pronouns and connectives. */
const LEANING = /* @__PURE__ */ new Set(
  /* @__PURE__ */ `he she it they this these that those but and or so also then thus therefore moreover furthermore however meanwhile instead otherwise still yet nevertheless similarly likewise consequently hence such his her their its both another again even
  er sie es dies diese dieser dieses diesen aber doch jedoch und auch dann deshalb daher darum zudem außerdem dabei damit dadurch dafür danach allerdings trotzdem seine ihre so ebenso dennoch
  il elle ils elles cela ceci ce cette ces mais cependant toutefois et donc ainsi puis aussi pourtant son sa ses leur leurs
  él ella ellos ellas esto este esta estos estas eso pero y además también así entonces aunque ello su sus
  egli lui lei essi loro questo questa questi ma però e inoltre anche così quindi dunque tuttavia
  ele ela eles elas isto isso este esta mas e além também assim então porém contudo
  hij zij ze dit dat deze die maar en ook dus daarom echter bovendien toch
  он она оно они это этот эта эти но а и однако также поэтому затем потом его её их при
  han hon den det men och också därför dock
  لكن ولكن وهو وهي وهذا وهذه هذا هذه هو هي هم كما لذلك وقد ثم بل وكان وكانت
  वह वे यह ये लेकिन परन्तु परंतु मगर और इसलिए इसके इससे इस उस उनके उनका हालांकि तब फिर`.split(/\s+/),
);
const LEANING_UNSPACED = /^(?:しかし|また|そして|それ|これ|この|その|だが|ただし|さらに|そのため|一方|彼|なお|つまり|但|然而|他|她|它|这|這|那|因此|所以|此外|不过|不過|而且|同时|同時|另外|แต่|และ|ดังนั้น|นอกจากนี้)/u;

/** Whether a sentence begins with a word that points back, so that it is hard to understand alone. */
export function leansBack(text: string): boolean {
  const first = /[\p{L}\p{M}]+/u.exec(text)?.[0].toLowerCase() ?? '';
  return LEANING.has(first) || LEANING_UNSPACED.test(text.replace(/^\P{L}+/u, ''));
}
