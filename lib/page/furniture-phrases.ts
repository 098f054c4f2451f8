/**
 * What pages say around their text, in the languages of most of the web. Matched against a whole short passage, at its
 * start: a sentence that merely begins so is longer than `maxWords`.
 */
export interface PhraseRule {
  what: string;
  phrase: RegExp;
  maxWords: number;
}

const starts = (...alternatives: string[]) => new RegExp(`^[\\s\\[(*•►▶→»›>|–—-]*(?:${alternatives.join('|')})(?![\\p{L}\\p{N}])`, 'iu');
const isAll = (...alternatives: string[]) => new RegExp(`^[\\s\\[(*•►▶→»›>|–—-]*(?:${alternatives.join('|')})[\\s:.…!?)\\]»›>→|–—-]*$`, 'iu');

/** A heading, or a line that serves as one, over links to other pages. */
export const OTHER_PAGES_HEADING = isAll(
  '(?:more|other|related|recommended|suggested|similar|popular|trending|latest|recent|top|featured|must[- ]read|editor[’\']?s)\\b.{0,40}?(?:stories|articles|posts?|news|reading|reads|content|links|coverage|videos?|topics|picks|searches|reviews|guides|recipes|products|headlines|from .{1,40}|on .{1,40})',
  '(?:more|great|more great) .{0,30} stories',
  'more(?: like this| to explore| to read)?',
  'related(?: to this| content| reading)?',
  'trending(?: now| today| on .{1,30})?',
  '(?:most )?(?:popular|read|viewed|shared|commented)(?: now| today| this week)?',
  '(?:you )?(?:may|might)(?: also)?(?: like| be interested in| enjoy)(?: this| these)?',
  'you (?:may|might)(?: also)? (?:like|enjoy|be interested in)',
  '(?:read|see|watch|check out|don[’\']t miss|you[’\']ll) (?:also|more|next|this next)',
  'recommended(?: for you| by .{1,30})?', 'up next', 'read next', 'keep reading', 'further reading', 'see also', 'what to read next', 'from (?:our|the) (?:partners|web|archives?)', 'sponsored(?: content| stories| links)?', 'around the web', 'promoted(?: content| stories)?', 'in case you missed it', 'recommended videos?',
  'about the authors?', 'about author', 'share (?:this|on)(?: .{1,30})?', 'follow us(?: on .{1,30})?', '(?:leave|post|add|write) a (?:comment|reply)', '\\d* ?comments?', 'tell us what you think', 'join the (?:conversation|discussion)', 'filed under', 'tags?', 'topics?', 'categories', 'subscribe(?: .{1,40})?', 'sign up(?: .{1,50})?', 'get (?:the|our) newsletter', 'newsletter',
  '(?:das könnte (?:sie|dich) auch interessieren|mehr zum thema|weitere (?:artikel|nachrichten|themen)|lesen sie auch|ähnliche (?:artikel|beiträge)|verwandte (?:artikel|themen)|meistgelesen|neueste beiträge|kommentare?|schlagwörter|über (?:den autor|die autorin))',
  '(?:à lire aussi|lire aussi|voir aussi|sur le même (?:sujet|thème)|articles? (?:liés|similaires|connexes|associés)|les plus lus|vous aimerez aussi|commentaires?|à propos de l[’\']auteur)',
  '(?:te puede interesar|también te puede interesar|noticias relacionadas|artículos relacionados|lea también|lee también|más (?:noticias|leídas?|información)|lo más (?:leído|visto)|comentarios|etiquetas|sobre el autor)',
  '(?:leia (?:também|mais)|veja também|notícias relacionadas|artigos relacionados|posts relacionados|mais lidas?|saiba mais|comentários|sobre o autor)',
  '(?:leggi anche|potrebbe(?:ro)? interessarti(?: anche)?|articoli correlati|notizie correlate|i più letti|commenti|ti potrebbe(?:ro)? interessare(?: anche)?)',
  '(?:lees ook|gerelateerde? (?:artikelen|berichten)|meest gelezen|reacties)',
  '(?:читайте также|похожие (?:статьи|новости)|по теме|ещё по теме|комментарии|смотрите также|популярное)',
  '(?:関連記事|おすすめ記事|人気記事|あわせて読みたい|コメント|相关(?:阅读|文章|新闻)|推荐阅读|延伸閱讀|相關新聞|관련 ?기사|많이 본 뉴스)',
  '(?:zobacz (?:także|też)|czytaj (?:także|też|więcej)|powiązane (?:artykuły|wpisy)|komentarze)', '(?:ilgili haberler|benzer (?:yazılar|haberler))', '(?:اقرأ أيضا|مواضيع ذات صلة|إقرأ أيضاً|אולי יעניין אותך|כתבות נוספות|קראו גם)',
);

export const PHRASE_RULES: readonly PhraseRule[] = [
  { what: 'advertising label', phrase: isAll('advert(?:isements?|ising)?', 'ads? by .{1,30}', 'sponsored', '(?:story continues|article continues|continue reading)(?: below)?(?: advertisement)?', 'anzeige', 'werbung', 'publicité', 'publicidade?', 'pubblicità', 'реклама', 'reklama', 'reklam', '広告', '广告', 'scroll to continue(?: with content| reading)?', 'loading(?: content)?', 'this (?:content|video) is (?:not available|unavailable).*'), maxWords: 12 },
  { what: 'pointer to other pages', phrase: starts('related(?: (?:stories|articles?|content|posts?|reading|coverage|news|video))?\\s*[:|–—-]', 'related:', 'read (?:also|more|next|the full (?:story|article|report))(?: (?:about|on|at|from|in|here))?\\s*[:|–—-]?', 'also read', 'see also', 'more:', 'more on this', 'more from', 'more stories', 'must read', 'don[’\']t miss', 'watch(?: now| more| the video)?\\s*[:|]', 'check out (?:more|our|all|also)', 'recommended\\s*[:|]', 'up next', 'click here (?:for|to)', 'you (?:may|might) also (?:like|enjoy)', 'for more (?:on|news|information|stories|from|about)', 'find (?:more|out more)', 'previously\\s*[:|]', 'further reading', 'lesen sie (?:auch|mehr|hier)', 'mehr (?:zum thema|dazu)', 'siehe auch', '(?:à )?lire (?:aussi|également|la suite)', 'voir aussi', 'le(?:a|e|er) (?:también|más|además)', 'te puede interesar', '(?:leia|veja|confira) (?:também|mais)', 'saiba mais', 'leggi (?:anche|tutto)', 'lees (?:ook|meer)', 'читайте (?:также|ещё)', 'czytaj (?:też|także|więcej)', 'zobacz (?:też|także)', '関連記事', '相关阅读', '延伸閱讀', 'اقرأ أيضا', 'קראו גם'), maxWords: 30 },
  { what: 'newsletter', phrase: starts('subscribe (?:to|now|today|here|for)', 'sign up (?:for|to|here|now|today)', 'get (?:the|our|your|all the|breaking|daily|exclusive|more) .{0,40}(?:newsletter|inbox|letterbox|delivered|email|updates)', 'join (?:our|the|us|\\d).{0,40}(?:newsletter|list|community|subscribers|channel|group)', 'download (?:our|the) (?:free )?app', 'want more', 'enter your e-?mail', 'start your (?:free )?(?:trial|subscription)', 'already a (?:subscriber|member)', 'support (?:us|our|independent|quality)', 'become a (?:member|subscriber|patron)', '(?:abonnieren|newsletter (?:abonnieren|bestellen)|jetzt (?:abonnieren|anmelden|registrieren))', '(?:abonnez-vous|inscrivez-vous)', '(?:suscríbete|regístrate|inscríbe?te)', '(?:assine|inscreva-se|cadastre-se)', '(?:iscriviti|abbonati)', 'подпи(?:шитесь|сывайтесь)'), maxWords: 40 },
  { what: 'following', phrase: starts('follow (?:us|me|him|her|them|@|the author|[\\p{Lu}][\\p{L}’\']+(?: [\\p{Lu}][\\p{L}’\']+)? on|.{1,60} on (?:twitter|facebook|instagram|linkedin|youtube|x|tiktok|pinterest))', 'like us on', 'find us on', 'share (?:this|on|via|your)', 'sharing is caring', 'tweet', 'pin it', '(?:folgen sie|folge) uns', 'suivez[- ](?:nous|moi)', 's[ií]guenos', 'siga(?:-nos)?', 'seguici', 'click to share', 'e-?mail this', 'print this', 'copy link', 'have (?:a|any) (?:tips?|questions?|story)', 'got a (?:tip|story|news)', 'let us know (?:in|what)', 'what do you think'), maxWords: 40 },
  { what: 'credit', phrase: starts('(?:photo|photograph|image|picture|photos|images|video|screenshot|illustration|graphic|foto|bild|fotos|crédit photo|crédito|imagem|foto di|quelle|source)s?(?: (?:credits?|by|courtesy|source))?(?: of| von)?\\s*[:©/|]', '©', '\\(c\\)', 'copyright', 'all rights reserved', 'getty images', 'image \\d+ of', 'photo \\d+ of', '(?:additional )?(?:reporting|editing|writing) by', '(?:featured|header|cover|main|lead|top) (?:image|photo|picture)', 'image (?:credit|courtesy|via)', 'photo (?:credit|courtesy|via|by)', '\\d+ of \\d+$', 'via syndi', 'this (?:document|article|material|story) (?:is subject to|may not be|was originally|has been|originally|first)', 'citation:', 'disclosure:', 'disclaimer:', 'alle rechte vorbehalten', 'tous droits réservés'), maxWords: 60 },
  { what: 'byline', phrase: starts('by:?\\s+[\\p{Lu}][\\p{L}.’\'-]+(?:\\s+[\\p{L}.’\'-]+){0,5}$', 'by$', '(?:written|posted|published|updated|reported|words|reviewed|edited) (?:by|on|at|in)?\\s*[:\\p{Lu}\\d]', 'last (?:updated|modified)', '(?:first )?published', 'updated', 'posted', '\\d+ min(?:ute)?s? (?:read|ago)', '\\d+ (?:hours?|days?) ago', 'von [\\p{Lu}][\\p{L}-]+ [\\p{Lu}][\\p{L}-]+$', 'veröffentlicht', 'aktualisiert', 'publié le', 'mis à jour', 'publicado', 'actualizado', 'atualizado', 'pubblicato', 'опубликовано', 'filed under', 'tags?\\s*:', 'tagged', 'topics\\s*:', 'categor(?:y|ies)\\s*:', 'posted in', 'schlagw[oö]rter'), maxWords: 16 },
  { what: 'control', phrase: isAll('comments?', '\\d+ comments?', 'close', 'caption', 'print', 'e-?mail', 'share', 'save', 'next', 'previous', 'prev', 'back', 'menu', 'search', 'skip to (?:main )?content', 'view (?:gallery|comments|all|more)', 'show (?:more|less|all|comments?)', 'read more', 'load more', 'see more', 'expand', 'collapse', 'play', 'listen', 'play video', 'watch', 'image', 'enlarge(?: image)?', 'click to (?:enlarge|expand|view)', 'toggle caption', 'hide caption', 'zoom', 'download', 'reply', 'report', 'like', 'subscribe', 'sign (?:up|in)', 'log ?in', 'get started', 'learn more', 'buy now', 'shop now', 'weiterlesen', 'mehr lesen', 'lire la suite', 'leer más', 'seguir leyendo', 'leggi tutto', 'сайт', 'zum inhalt', 'skip to .{1,30}', 'advertisement', 'opens? in (?:a )?new (?:window|tab)'), maxWords: 6 },
];
