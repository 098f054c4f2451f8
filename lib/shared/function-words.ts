/**
 * Words that carry grammar rather than meaning, by primary language. Short: on long pages document frequency
 * finds such words by itself; these lists help on pages of a dozen sentences.
 */
const LISTS: Record<string, string> = {
  en: 'the a an and or but if of to in on at by for with from as is are was were be been being it its this that these those he she they we you i his her their our your my him them us me who which what when where why how not no nor so than then there here can could will would shall should may might must do does did done has have had having about into over after before between through during under again more most some such only own same too very just also all any both each few other out up down off while because until one two new said says say like get got make made many much even still now yet',
  de: 'der die das den dem des ein eine einen einem einer eines und oder aber doch wenn weil dass ob als wie in im an am auf aus bei mit nach von vom vor zu zum zur für gegen über unter durch um ohne bis seit ist sind war waren sei sein wird werden wurde wurden hat haben hatte hatten kann können konnte muss müssen soll sollen will er sie es wir ihr ich du man sich ihn ihm ihnen uns mich mir sein seine seinen seiner ihre ihren ihrer unser dieser diese dieses diesen diesem jede jeder alle auch noch nur schon sehr mehr nicht kein keine so da dort hier dann nun was wer wo wann denn also etwa bereits immer wieder sagte sagt zwei neue neuen',
  fr: 'le la les l un une des du de d et ou mais donc or ni car que qu qui quoi dont où ce cet cette ces il elle ils elles on nous vous je tu se s y en ne n pas plus à au aux dans par pour sur sous avec sans entre vers chez depuis est sont était étaient être été a ont avait avoir sera fait son sa ses leur leurs notre votre mon ma mes comme si tout tous toute toutes même aussi très bien encore deux après avant lors',
  es: 'el la los las un una unos unas de del al a y o u e pero sino que qué quien cual cuando donde como cómo en con por para sin sobre entre hasta desde hacia se su sus lo le les me te nos mi tu es son era eran fue fueron ser sido está están estaba ha han había haber hay tiene tienen este esta estos estas ese esa eso aquel no ni sí más menos muy ya también todo todos toda todas otro otra otros dos cada porque si según tras durante',
  it: 'il lo la i gli le l un uno una di del dello della dei degli delle a al allo alla ai agli alle da dal dalla in nel nella nei nelle con su sul sulla per tra fra e ed o ma che chi cui non si ci vi ne se come quando dove è sono era erano essere stato stata ha hanno aveva avere questo questa questi queste quello quella suo sua suoi sue loro più anche già molto tutto tutti ogni due dopo prima',
  pt: 'o a os as um uma uns umas de do da dos das em no na nos nas por pelo pela para com sem sobre entre até e ou mas que quem qual quando onde como se não mais menos muito já também é são era eram foi foram ser sido está estão tem têm havia há este esta estes estas esse essa isso seu sua seus suas lhe ele ela eles elas nós todo todos cada dois depois antes',
  nl: 'de het een en of maar dat die dit deze er in op aan van voor met bij naar uit over door om tot te is zijn was waren wordt worden werd werden heeft hebben had kan kunnen zal zullen moet moeten hij zij ze wij we ik je u men zich hun haar zijn niet geen ook nog maar al wel zo als dan toen want omdat meer zeer twee',
  ru: 'и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее её мне было вот от меня еще ещё нет о из ему теперь когда даже ну ли если уже или ни быть был него до вас опять вам ведь там потом себя ничего ей может они тут где есть надо ней для мы тебя их чем была сам чтоб без чего раз тоже себе под будет тогда кто этот того этого какой это эта эти были при более также который которая которые которых которого после через',
  sv: 'och i att det som en ett på är av för med till den de har inte om var sig han hon så men vi man från kan nu när skulle ska än vid eller efter också där år mot ut här över under alla hade blev bli mycket vara',
  pl: 'i w na z ze do o że się nie to jest są był była było były jak ale po co tak za od przez dla jego jej ich by być już tylko oraz czy który która które których przy także ten ta te tym tego może',
  tr: 've bir bu da de için ile olarak çok daha gibi en o ne ki ama sonra kadar olan var yok her iki ise veya ya mi',
  ar: 'في من إلى على عن مع أن إن كان كانت هذا هذه ذلك تلك التي الذي الذين هو هي هم ما لا لم لن قد كل بعد قبل بين حتى ثم أو و كما عند عندما أي غير بل لكن منذ حيث فقد وقد وفي ومن أما أيضا خلال يكون تكون',
  fa: 'و در به از که این را با است برای آن یک خود تا کرد بر هم نیز شد می های ها بود ای',
  hi: 'के का की में है हैं और से को पर यह वह ये वे ने कि जो तो भी एक इस उस था थी थे हो ही कर लिए साथ तक या नहीं अपने अपनी अपना किया गया गई गए इसके उनके इन उन कुछ बाद जा रहा रही रहे सकता सकते होता होती होते लेकिन जब करने',
};

/** Languages with a list of their own, by primary subtag. */
export const LISTED_LANGUAGES: readonly string[] = Object.keys(LISTS);

const sets = new Map<string, ReadonlySet<string>>();

/** Function words of a language; of all listed languages when it is unknown or has no list. */
export function getFunctionWords(language: string): ReadonlySet<string> {
  const key = language in LISTS ? language : '';
  let set = sets.get(key);
  if (!set) {
    set = new Set((key ? (LISTS[key] ?? '') : Object.values(LISTS).join(' ')).split(' '));
    sets.set(key, set);
  }
  return set;
}
