/**
 * The vocabulary by which pages name what is not their text: class and id names, matched as whole words (camelCase
 * is split first). A rule holds only while the element has at most `share` of the characters that are judged, so that
 * a body class such as `has-sidebar` never takes the article with it.
 */
export interface NameRule {
  what: string;
  names: RegExp;
  share: number;
  /** Only where the page is an article: elsewhere these names may hold what the page is about. */
  articleOnly?: true;
  /** Not where the element holds running text with few links: page builders and style guides use these names for parts of the text too. */
  unlessText?: true;
}

/** Whole words of a class list: `related-posts` and `post__related` match `related`, `unrelated` does not. */
const words = (...alternatives: string[]) => new RegExp(`(?:^|[^a-z])(?:${alternatives.join('|')})(?![a-z])`);

/** Names of notices that ask for consent. */
export const CONSENT_NAMES = words('cookies?(?:-?(?:banner|bar|notice|consent|law|policy|popup|message|warning))?', '(?:cookie|user)?-?consent', 'gdpr', 'onetrust', 'ccpa', 'cmp', 'privacy-?(?:banner|popup|bar)', 'qc-cmp\\d?', 'didomi', 'cookiebot');

export const NAME_RULES: readonly NameRule[] = [
  {
    what: 'consent',
    names: CONSENT_NAMES,
    share: 0.3,
  },
  {
    what: 'advertising',
    names: words('ads?', 'adv', 'advert\\w*', 'ad-?(?:unit|slot|wrap\\w*|container|box|label|block|zone|placement|text|banner)s?', 'adsbygoogle', 'adsense', 'dfp', 'gpt', 'sponsor(?:ed|s)?(?:-\\w+)?', 'promoted', 'advertorial', 'skyscraper', 'leaderboard-ad', 'werbung', 'anzeige', 'publicite', 'publicidad', 'reklama'),
    share: 0.3,
  },
  {
    what: 'sharing',
    names: words('shar(?:e|es|ing|ers?)(?:-?\\w+)?', 'sharedaddy', 'shareaholic', 'social(?:-?\\w+)?', 'sociable', 'addthis\\w*', 'addtoany', 'a2a', 'ssba', 'follow-?(?:us|me|links|buttons?)', 'like-?(?:button|box)', 'fb-like', 'whatsapp'),
    share: 0.2,
  },
  {
    what: 'newsletter',
    names: words('newsletters?(?:-?\\w+)?', 'subscri(?:be|ption|ptions)(?:-?\\w+)?', 'sign-?up(?:-?\\w+)?', 'opt-?in(?:-?\\w+)?', 'mailing-?list', 'mailchimp', 'mc-?embed\\w*', 'email-?(?:capture|form|signup)', 'paywall', 'register-?(?:wall|box|form)', 'donat(?:e|ion)(?:-?\\w+)?', 'cta(?:-?\\w+)?', 'call-?to-?action', 'app-?(?:promo|banner|download)', 'reg-?wall', 'inscription-newsletter'),
    share: 0.25,
  },
  {
    what: 'other pages',
    names: words(
      'related(?:-?\\w+)?', 'recommend(?:ed|ations?|s)?(?:-?\\w+)?', 'recirc\\w*', 'read-?(?:more|next|also|on)(?:-?\\w+)?', 'more-?(?:stories|news|articles|posts|from|on|like|in|about|links|reading|coverage)',
      'also-?(?:read|like|see|on)', 'you-?may(?:-?\\w+)?', 'see-?also', 'trending(?:-?\\w+)?', 'most-?(?:read|viewed|popular|shared|recent)', 'outbrain\\w*', 'taboola\\w*', 'zergnet\\w*', 'revcontent',
      'promos?', 'promo-?(?:small|box|large|block|item|list|unit|module|content|card)\\w*', 'up-?next', 'next-?(?:article|post|story|up)', 'prev(?:ious)?-?(?:article|post|story)', 'latest(?:-?(?:news|posts?|stories|articles))',
      'suggest(?:ed|ions)(?:-?\\w+)?', 'yarpp\\w*', 'jp-relatedposts', 'crp-related', 'further-?reading', 'story-?(?:list|links?|package|rail)', 'linked-?(?:stories|articles)', 'inline-?(?:related|promo|recirc)', 'keep-?reading', 'explore-?more', 'highlights-?more',
      'verwandt\\w*', 'mehr-?zum-?thema', 'lesen-?sie-?auch', 'articles?-?(?:lies|connexes|similaires)', 'a-?lire-?aussi', 'relacionad[ao]s?', 'leia-?(?:mais|tambem)', 'lee-?(?:mas|tambien)', 'correlati', 'leggi-?anche', 'gerelateerd',
    ),
    share: 0.35,
  },
  {
    what: 'teasers',
    names: words('teasers?', 'popular(?:-?\\w+)?', 'similar(?:-?\\w+)?'),
    share: 0.35,
    unlessText: true,
  },
  {
    what: 'author',
    names: words('authors?(?:-?(?:bio|box|info|cards?|details?|desc\\w*|content|profile|about|block|section|name|meta|wrap\\w*|area|links?|image|container|excerpt|gear))?', 'about-?(?:the-?)?author\\w*', 'bio(?:graphy)?(?:-?\\w+)?', 'by-?lines?(?:-?\\w+)?', 'post-?author', 'entry-?author', 'contributors?(?:-?\\w+)?', 'vcard', 'autor(?:en|a|es)?(?:-?(?:box|info))?', 'auteur', 'autore', 'written-?by', 'reporter-?\\w*'),
    share: 0.2,
    articleOnly: true,
  },
  {
    what: 'comments',
    names: words('comments?(?:-?\\w+)?', 'disqus\\w*', 'respond', 'livefyre', 'fb-comments', 'replies', 'kommentare?(?:-?\\w+)?', 'commentaires?', 'comentarios?', 'commenti'),
    share: 0.7,
    articleOnly: true,
  },
  {
    what: 'page controls',
    names: words(
      'bread-?crumbs?(?:-?\\w+)?', 'paginat\\w+', 'pager', '(?:page|post|site|article|entry|main|top|side|sub|global|local|sec(?:ondary)?|pri(?:mary)?)-?nav\\w*', 'nav-?(?:links?|bar|menu|previous|next|wrap\\w*|stats)', 'navbar', 'skip-?(?:links?|to|nav)(?:-?\\w+)?', 'back-?to-?top', 'print-?(?:button|link|only|me)?',
      '(?:main|site|top|drop-?down|mega|off-?canvas|mobile|side)-?menu', 'site-?(?:header|footer)', 'footer(?:-?\\w+)?', 'modal(?:-?\\w+)?', 'pop-?(?:up|over)(?:-?\\w+)?', 'roll-?over(?:-?\\w+)?', 'tool-?tip(?:-?\\w+)?', 'hover-?(?:card|box|content)', '\\w*dialog', 'overlay', 'lightbox', 'toast', 'log-?in(?:-?\\w+)?', 'search-?(?:form|box|bar)', 'toolbar', 'tool-?box', 'sr-only', 'visually-?hidden', 'screen-?reader-?text', 'offscreen',
    ),
    share: 0.3,
  },
  {
    what: 'side matter',
    names: words('side-?bars?(?:-?\\w+)?', 'widgets?(?:-?area)?', 'rail', 'right-?(?:col(?:umn)?|rail)', 'masthead', 'ratings?(?:-?\\w+)?', 'votes?', 'post-?(?:views|ratings?|like\\w*)', 'view-?count', 'counter', 'info-?box', 'quick-?tabs(?:-?\\w+)?', 'player-?(?:controls|bar)', 'poll', 'quiz', 'syndigate\\w*', 'donation', 'product-?(?:card|box|widget|list)s?', 'buy-?(?:box|button|now)', 'shop-?(?:now|widget)', 'embed-?(?:caption|card)'),
    share: 0.25,
    articleOnly: true,
    unlessText: true,
  },
  {
    what: 'labels',
    names: words(
      'tags?(?:-?(?:list|links?|cloud|items?|wrap\\w*|container|section|label|name))?', '(?:post|article|entry|story|blog)-?(?:tags?|footer|meta(?:data)?|info|date|time|tools?|actions?|options|categor(?:y|ies)|utility|labels?|topics?|attribution|byline|details|stats)', 'keywords', 'topics?(?:-?(?:list|links?|tags?))?', 'categor(?:y|ies)(?:-?(?:list|links?|label|name))?', 'cat-?links', 'meta-?(?:data|info|bar|wrap\\w*|inner|line)?',
      'date(?:-?line|-?time|-?published|-?stamp|-?updated)?', 'time-?stamps?', '(?:pub(?:lish(?:ed)?)?|post(?:ed)?|update[ds]?|created|modified)-?(?:date|time|on|at|info)', 'read(?:ing)?-?time', 'min-?read', 'kicker', 'eye-?brow', 'rubric', 'attribution', 'article-?title', 'edition', 'copyright', 'compyrights?', 'legal', 'licen[sc]e',
    ),
    share: 0.12,
    articleOnly: true,
  },
];

/** Names of captions and credits: their text belongs to the picture, not to the article. */
export const CAPTION_NAMES = words('captions?(?:-?\\w+)?', '(?:photo|image|img|picture|media|video|wp|figure)-?(?:caption|credits?|text|source|copyright|desc\\w*|info|title)(?:-?\\w+)?', 'wp-?caption-?(?:text|dd)', 'credits?(?:-?\\w+)?', 'cutline', 'bildunterschrift', 'bildtext', 'legende', 'leyenda', 'didascalia', 'pie-?de-?foto');

/** Names of picture shows: their pictures are kept, their captions and controls are not text. */
export const GALLERY_NAMES = words('galler(?:y|ies)(?:-?\\w+)?', '\\w*gallery', 'slide-?shows?(?:-?\\w+)?', 'sliders?(?:-?\\w+)?', 'carousels?(?:-?\\w+)?', 'swiper(?:-?\\w+)?', 'slick-?\\w+', 'bildergalerie', 'fotostrecke', 'diaporama', 'galeria');

/** Names of a standfirst or subtitle, which stands above the text. */
export const SUBTITLE_NAMES = words('dek', 'article-?dek', 'stand-?first', 'sub-?(?:title|head(?:line|ing)?|hed)', 'deck', 'lede?-?text', 'excerpt', 'summary', 'abstract');
