/** Words before a full stop that does not end a sentence, by primary language. All lower case, without the last dot. */
export interface Abbreviations {
  /** Never end a sentence: titles, "for example". */
  inside: ReadonlySet<string>;
  /** Abbreviations before a number only; otherwise words like any other ("No."). */
  beforeNumber: ReadonlySet<string>;
  /** May end a sentence: they do when one of `starters` follows. */
  either: ReadonlySet<string>;
  /** Frequent first words of sentences, which are no names. */
  starters: ReadonlySet<string>;
  /** A number with a dot is an ordinal ("3. Oktober"). */
  ordinals: boolean;
}

const COMMON = {
  inside: 'dr mr mrs ms prof st vs cf al approx ca viz mt messrs rt rs',
  beforeNumber: 'no nr p pp vol vols fig figs art sec ch chap cap ed ver op pt par § eq tab s l ll n nos max min avg',
  either: 'inc ltd co corp bros etc jr sr ph.d b.a m.a m.d d.c u.s u.k u.n e.u a.m p.m s.a',
};

type Source = Partial<Record<'inside' | 'beforeNumber' | 'either' | 'starters', string>> & { ordinals?: boolean };

const EN_STARTERS =
  'the it he she they we i you in but and this that these those a an there however at on for if when as after while his her its their our my your what who why how where so yet then now some many most all no not by from with to one both each since because although though until before during under according another such here let please also even only once still meanwhile';

const SOURCES: Record<string, Source> = {
  en: {
    inside: 'gen col lt sgt capt cmdr maj adm rev hon gov sen rep pres supt det insp e.g i.e ft incl dept univ',
    beforeNumber: 'jan feb mar apr jun jul aug sept sep oct nov dec est age ext art rm bldg',
    either: 'ave blvd rd assn',
    starters: EN_STARTERS,
  },
  de: {
    inside: 'bzw usw.d z.b d.h u.a z.t i.d.r o.ä vgl evtl ggf inkl exkl ca sog hr fr frau dipl ing str allg insb bspw geb gest verh jr mag priv zzgl abzgl max min mind mio mrd tsd zb dh med jur phil rer nat dipl.-ing hrsg fa',
    beforeNumber: 'abs bd kap aufl abb tel hg ziff rn jg jan feb mär apr jun jul aug sept okt nov dez',
    either: 'usw etc uvm o.ä u.v.m',
    starters: 'der die das den dem des ein eine einer eines er sie es wir ihr ich du in im am an auf aber und doch denn dann da dort hier so wenn weil als nach vor bei mit für von zu zum zur aus durch über unter auch noch nur seit während dabei damit dafür danach dieser diese dieses diesen jeder jede alle viele manche man was wer wie wo warum jedoch allerdings außerdem zudem ferner deshalb daher trotzdem seine ihre sein ihr mein unser kein keine nicht nun später heute',
    ordinals: true,
  },
  fr: {
    inside: 'm mm mme mlle me mgr pr ste cie c.-à-d p.ex av apr env hab éd',
    beforeNumber: 'n art chap fig vol janv févr juil sept oct nov déc',
    either: 'etc j.-c',
    starters: 'le la les un une des il elle ils elles on nous vous je tu ce cette ces cet dans mais et en à au aux pour par avec sur sous depuis après avant lors quand si comme ainsi cependant toutefois son sa ses leur leurs notre qui que où donc or de selon',
  },
  es: {
    inside: 'sr sra srta d dña dra dres ud uds excmo ee p.ej pág págs núm av avda gral cía',
    beforeNumber: 'art cap fig vol tel',
    either: 'etc uu ee.uu a.c d.c s.a',
    starters: 'el la los las un una unos unas él ella ellos ellas yo tú nosotros este esta estos estas ese esa eso esto en pero y a al con por para sin sobre desde hasta según cuando si como aunque su sus lo se no más muchos también además sin después luego entonces antes ahora así donde quien qué',
  },
  it: {
    inside: 'sig sigg sig.ra dott dott.ssa avv ing arch on prof.ssa ecc p.es gent',
    beforeNumber: 'pag pagg art cap fig vol tel',
    either: 'ecc a.c d.c s.p.a',
    starters: 'il lo la i gli le un una uno in ma e a al con per su di da dal nel nella questo questa questi queste egli lei lui essi noi io non si se quando come anche dopo prima secondo',
  },
  pt: {
    inside: 'sr sra srta dra d exmo av p.ex',
    beforeNumber: 'pág art cap fig vol tel n',
    either: 'etc a.c d.c s.a',
    starters: 'o a os as um uma ele ela eles elas em no na nos nas mas e para por com de do da este esta isso isto não se quando como também depois antes seu sua',
  },
  nl: {
    inside: 'dhr mevr mw drs ir mr bijv bv d.w.z o.a m.b.t t.o.v i.p.v nl resp incl excl jl a.s',
    beforeNumber: 'blz art hfst tel',
    either: 'enz etc b.v n.v',
    starters: 'de het een hij zij ze wij we ik jij u in op maar en dit dat deze die er als toen na voor met van om ook daarna echter volgens',
  },
  ru: {
    inside: 'т.е т.к т.н т.п напр см ср им ул пл просп гл г-н г-жа проф акад д-р св тов исп род ум',
    beforeNumber: 'стр с т рис табл гл п пп ст № кв д корп оф',
    either: 'г гг в вв н.э др пр т.д т.п тыс млн млрд руб коп',
    starters: 'в на но и а он она оно они мы вы я ты это этот эта эти тот так как если когда после до для по с со из от к у за при однако затем потом его её их наш все всё не',
  },
  pl: { inside: 'np tzn tj dr prof mgr inż ul im św ok tzw m.in al pl gen płk', beforeNumber: 'nr s str t r w art rys tab', either: 'itd itp', starters: 'jest to on ona ono oni my w na i ale a z za po do nie ten ta te tak gdy jak kiedy potem jednak dlatego', ordinals: true },
  cs: { inside: 'např tj tzv mgr ing ul sv arch popř resp', beforeNumber: 'č s str obr tab odst', either: 'atd apod n.l', starters: 'je to on ona oni my v na a ale z za po do ten ta tak když jak potom však proto', ordinals: true },
  sv: { inside: 't.ex bl.a d.v.s s.k fr.o.m t.o.m ca jfr', beforeNumber: 's kap nr', either: 'osv m.m' },
  da: { inside: 'f.eks bl.a dvs ca jf', beforeNumber: 's kap nr', either: 'osv m.m', ordinals: true },
  nb: { inside: 'f.eks bl.a dvs ca jf', beforeNumber: 's kap nr', either: 'osv m.m', ordinals: true },
  fi: { inside: 'esim mm ts ks', beforeNumber: 's', either: 'jne ym', ordinals: true },
  hu: { inside: 'pl kb ill ún dr', beforeNumber: 'o', either: 'stb', ordinals: true },
  tr: { inside: 'örn vb dr prof doç av sn alb gen mah cad sok', beforeNumber: 's c no', either: 'vs vd', ordinals: true },
  hi: { inside: 'डॉ श्री श्रीमती प्रो रु ई पू कि.मी सं', beforeNumber: 'पृ सं', either: '' },
};

const built = new Map<string, Abbreviations>();

/** Abbreviations of a language by its primary subtag; those used internationally for a language without a list. */
export function getAbbreviations(language: string): Abbreviations {
  const known = language in SOURCES ? language : language === '' ? 'en' : 'common';
  let list = built.get(known);
  if (!list) {
    const source = SOURCES[known] ?? {};
    const words = (key: 'inside' | 'beforeNumber' | 'either') =>
      new Set(`${COMMON[key]} ${source[key] ?? ''}`.split(' ').filter(Boolean));
    list = {
      inside: words('inside'),
      beforeNumber: words('beforeNumber'),
      either: words('either'),
      starters: new Set((source.starters ?? EN_STARTERS).split(' ')),
      ordinals: source.ordinals ?? false,
    };
    built.set(known, list);
  }
  return list;
}
