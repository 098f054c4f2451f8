import { BIDS } from './bids';
import { MARK } from './pattern';
import { isReport, isWork } from './reported';
import { BEARINGS } from './rules/bearings';
import { isNotice, isQuoted, isShown, isTold } from './talk';

/**
 * A sentence about those artificial readers that read this very page, and what they are to say. Whoever writes of such readers
 * writes of all of them, or of his own; only who speaks to them has to do with those that come by.
 */

const STEM = String.raw`(?<![a-z\u0400-\u04FF])`;
/** What an artificial reader does with a page, in all languages. */
const READS = new RegExp(
  `${STEM}(?:read|pars|process|summari|summing|condens|digest|quot|cit(?:e|ing)|crawl|scrap|index|collect|gather|draw|learn|us(?:e|es|ing) th|consult|describ|comb|work(?:s|ing)? through|answer|translat|rank|rat(?:e|ing)|evaluat|screen|assess|analy|browse|visit|look|pick|find|go(?:es|ing)? (?:over|through)|` +
    'les(?:en|end)|liest|auswert|zusammenfass|verarbeit|schopf|nutz|durchsuch|beschreib|besuch|bewert|zitier|lis(?:ent|ant|ez)|resum|consult|puis|trait|parcour|decri|redig|analys|utilis|le(?:en|an|iam|em|yendo|ndo|r)\\b|lee\\b|consul|extra|describ|descrev|usa|analiz|recog|legg|attin|riassum|elabor|sintetizz|descriv|vis(?:it|et)|lez|leest|samenvat|verwerk|raadple|gebruik|beschrijf|last(?:e|r)|laser|sammanfatt|anvand|hamtar|czyta|streszcz|podsum|przetwarz|korzysta|opisuj|cte|ctou|cerp|shrnuj|zpracov|pouziv|popis|чита|пересказ|обобща|обрабат|анализ|берут|берет|берущ|използ|описыва|резюм|собира|узага|підсум|переказ|опрац|беруть|' +
    'oku|ozet|topla|tara|isle|analiz|yararlan|kullan|membaca|merangkum|meringkas|memproses|mengambil|doc\\b|tom tat|xu ly|phan tich|lay tin)|قرا|تقرا|يقرا|تلخص|يلخص|تحلل|تعالج|ميخوان|مي ?خوانند|خلاصه مي|پردازش|تحليل|पढ़|सार|संक्षेप|विश्लेषण|קור[אי]|מסכ[םמ]|סורק|מעבד|אוסף|מתאר|διαβαζ|συνοψ|επεξεργ|αντλ|περιγραφ|读|讀|抓取|总结|總結|概括|摘要|处理|處理|引用|读取|描述|収集|読|要約|まとめ|引用|参照|説明|읽|요약|정리|처리|인용|참고',
);
/** This page and its parts. */
const HERE = new RegExp(
  String.raw`(?<![a-z\u0400-\u04FF])(?:this (?!is\b)|these|here\b|our (?:page|site|forum|reviews?|text|table|article|catalogue|list)|the (?:page|thread|forum|table|list|reviews?|article|catalogue|comments|docs) (?:above|below|here)|through this|dies(?:e[rsmn]?) (?:seite|text|forum|artikel|tabelle|beitrag|faden|liste)|hier\b|mitles|cette (?:page|liste|annonce)|ce (?:fil|forum|texte|site|tableau|recit)|cet article|ces avis|ici\b|(?:est[aeo]|est[ao]s) (?:pagina|foro|texto|tabla|articulo|hilo|lista|resenas|forum|tabela|artigo|site|sitio|grafico)|la (?:tabla|pagina)\b|aqui\b|daqui\b|deste|desta|de aqui|quest[aoie] (?:pagina|sito|testo|articolo|tabella|forum|discussione)|qui\b|deze (?:pagina|site|tekst|lijst|draad)|dit (?:forum|artikel|bericht|draadje)|den har|det har|detta|har\b|t[ea] (?:strone|watek|forum|artykul|tekst|liste)|ten (?:watek|artykul|tekst)|tej stron\w+|tego (?:watku|forum|artykulu)|tutaj|to forum|czytajace forum|tuto|teto|tento|toto|tady|tohle|zde\b|эт(?:у|ой|от|ого|о|и|их)(?![\u0400-\u04FF])|здесь|отсюда|тут|ц(?:ю|ієї|ей|ього|і)(?![\u0400-\u04FF])|звідси|bu (?:sayfa|forum|metin|yazi|konu|tablo|liste)|burada\w*|buray\w*|halaman ini|forum ini|teks ini|di sini|trang nay|dien dan nay|bai nay|o day|tai day)|هذه|هذا|هنا|اين (?:صفحه|متن|انجمن)|اينجا|इस|यह|यहाँ|כאן|הזה|הזאת|הדף|העמוד|הפורום|מפה|αυτη|αυτο|εδω|本[页頁站文帖]|此[页頁文帖]|这(?:个|篇|里|些)?|這(?:個|篇|裡)?|この|本(?:記事|ページ|サイト)|ここ|レビューを|口コミを|クチコミを|이 ?(?:글|페이지|문서|사이트|게시|표)|여기`,
);
const QUESTION = /[?？؟]\s*$/;
const SENTENCES = /[^.!?。！？।]+(?:[.!?。！？।](?=\S)(?!["'”’»)\]]+\s)[^.!?。！？।]+)*(?:[.!?。！？।]+["'”’»)\]]*)?/g;
/** Characters between the reader and what it does here. */
const REACH = 90;
const LONGEST = 600;
/** Of a page's own helper. */
const OURS = /(?:our|my|unser\w*|notre|nos|nuestr\w+|noss\w+|nostr\w+|onze|var[at]?|nasz\w*|nas[ei]|наш\S*|bizim|kami|我们的|当社の|저희) (?:[^\s¤]+ )?$/;

const SPEAKS = BEARINGS.find(({ id }) => id === 'speaks');
const FAVOURS = BEARINGS.find(({ id }) => id === 'favours');
const SENDS = BEARINGS.find(({ id }) => id === 'sends');
const HONEST = BEARINGS.filter(({ id }) => id === 'asks' || id === 'serves');

/** It is to be so from now on: laws and customs do not begin in the middle of a page. */
const FROM_NOW = /(?<![a-z\u0400-\u04FF])(?:from (?:now on|today|this moment|here on)|henceforth|ab (?:jetzt|sofort|heute)|von nun an|kunftig|fortan|desormais|dorenavant|a partir d(?:e maintenant|'aujourd'hui)|a partir de (?:ahora|hoy|agora|hoje)|desde (?:ahora|hoy|ja)|d'ora in (?:poi|avanti)|da oggi|vanaf (?:nu|vandaag)|voortaan|fran och med (?:nu|idag)|hadanefter|framover|od (?:teraz|dzis|dzisiaj|nynejska|ted)|odtad|отныне|теперь|с этого момента|с сегодняшнего|відтепер|віднині|bundan (?:boyle|sonra)|artik|mulai (?:sekarang|hari ini)|tu (?:gio|nay|bay gio)|ke tu)(?![a-z\u0400-\u04FF])|من الان فصاعدا|بعد اليوم|از این پس|ازين پس|از اين پس|अब से|आज से|מעכשיו|מעתה|מהיום|απο (?:τωρα|εδω|σημερα)|以后|以後|从现在|從現在|今后|今後|これから|以降|앞으로|이제부터|지금부터/;
/** The page's own things, put forward. */
const US = /(?<![a-z\u0400-\u04FF])(?:our|us|uns(?:er\w*)?|notre|nos|nuestr\w+|noss\w+|nostr\w+|onze?|var[at]?|nasz\w*|nas[ie]\S*|наш\S*|нас|bizi\S*|kami|chung toi|μας|שלנו|אותנו)(?![a-z\u0400-\u04FF])|我们|我們|当店|当社|弊社|우리|저희/;
/** Who is told to sum something up, and is not named: "you who write the summary". */
const YOU_WHO = /(?<![a-z\u0400-\u04FF])(?:toi|vous|you|du|ihr|tu|ustedes|usted|voces?|voi|jij|jullie|ty|wy|vy|ты|вы|ти|ви|εσυ|εσεις),? (?:qui|who|that|der|die|que|che|ktor\S+|kter\S+|котор\S+|кто|що|που) (?:[^\s.!?]+ ){0,5}?(?:re?sum|synthet|summar|condens|digest|zusammenfass|riassum|sintet|samenvat|streszcz|podsum|shrn|пересказ|обобща|резюм|підсум|переказ|συνοψ)\S*/;

/** Where in a text those readers are spoken to that read it. @param marked the folded text with artificial readers marked */
export function findAppeal(folded: string, marked: string): { start: number; end: number } | undefined {
  for (const { index, 0: sentence } of marked.matchAll(SENTENCES)) {
    if (sentence.length > LONGEST || QUESTION.test(sentence)) continue;
    const named = sentence.indexOf(MARK);
    const at = named === -1 ? sentence.search(YOU_WHO) : named;
    if (at >= 0 && isAppeal(sentence, at) && !isTalk(folded, marked, index, index + sentence.length, index + at)) return { start: index, end: index + sentence.length };
  }
  return undefined;
}

function isAppeal(sentence: string, at: number): boolean {
  if (OURS.test(sentence.slice(0, at)) || !BIDS.test(sentence)) return false;
  const has = (bearing: (typeof BEARINGS)[number] | undefined) => bearing !== undefined && sentence.search(bearing.pattern.expression) >= 0;
  if (HONEST.some(has)) return false;
  const says = has(SPEAKS);
  const favours = has(FAVOURS);
  const near = sentence.slice(Math.max(0, at - REACH), at + REACH + 20).replaceAll(MARK, ' ');
  if ((READS.test(near) && HERE.test(near)) || FROM_NOW.test(sentence)) return says || favours || has(SENDS) || /[:,] /.test(sentence.slice(at));
  return says && favours && US.test(sentence.slice(at));
}

function isTalk(folded: string, marked: string, start: number, end: number, named: number): boolean {
  return isNotice(folded, start, end) || isShown(folded, start, end) || isQuoted(folded, named) || isTold(folded, named) || isWork(folded, named, named + 1) || isReport(folded.slice(start, end), marked.slice(start, end));
}
