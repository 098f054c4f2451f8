import { any } from './pattern';

/** What a machine is made for, in front of what it is. */
const MADE_FOR = '(?:sprach|such|einkaufs|reise|coding-?|code-?|programmier|antwort|browser|shopping-?|buchungs|vorlese|recherche|zusammenfassungs|moderations|recruiting-?|bewerbungs|auswahl|bewertungs|immobilien|chat|web|preisvergleichs-?|ubersetzungs|korrektur|hr-|screening-?)';
const IS = '(?:assistent(?:en|in)?|agent(?:en)?|bots?|maschinen?|modelle?n?|algorithm(?:us|en)|systeme?n?|programme?n?|helfern?|werkzeuge?n?|tools?)';

const GERMAN = any(
  '(?:ki|ai|llm|gpt)s?-?(?:assistent\\w*|agent\\w*|modell\\w*|system\\w*|bots?|crawlern?|tools?|werkzeug\\w*|sprachmodell\\w*|reviewern?|gutachtern?|suchmaschinen?|suchen?|dienste?n?|leser\\w*|vorlesern?|helfern?|pruf\\w+|programm\\w*|software|ubersetzern?|rezensenten|browsern?|agenten|anwendungen|instanz(?:en)?)',
  'kunstliche\\w* intelligenz(?:en)?', 'kis?', 'sprachmodelle?n?', 'chatbots?', '(?:gutachter|prufer|recruiter|leser|vorlese)-(?:ki|llm|bots?)', 'neuronale\\w* netze?\\w*', 'antwortmaschinen', '(?:sprach|such|einkaufs|reise|vorlese|browser|shopping-?|immobilien)assistent(?:en)?', '(?:coding|shopping|browser|einkaufs|such|buchungs|reise|web|recruiting)-?(?:agent(?:en)?|bots?)', '(?:moderations|recruiting-?|bewerbungs|such|auswahl)bots?', '(?:recruiting|moderations|screening)-bots?',
  `(?:automatisch|automatisiert|maschinell|digital|virtuell|kunstlich|lesend|autonom)e?[nrsm]? (?:(?:lesend|arbeitend)\\w* )?(?:leser\\w*|gutachter\\w*|prufer\\w*|ubersetzer\\w*|einkaufshelfer\\w*|bewerter\\w*|rezensenten|lektoren|moderator\\w*|${MADE_FOR}?${IS})`,
);
export const GERMAN_MACHINES = any(`(?:${MADE_FOR}|[a-z]{2,14}-)?${IS}`, '[a-z]{3,14}(?:bots?|agent(?:en)?|assistent(?:en)?)', 'ki-?\\w*', 'llms?', 'robotern?', 'crawlern?', 'parsern?', 'scrapern?', 'software', 'screening', 'alexa', 'siri', 'gutachter-llm', 'sprachmodell\\w*', 'chatgpt', 'gemini', 'claude', 'copilot', GERMAN);

const DUTCH = any(
  '(?:ai|llm|gpt)s?-?(?:assistent\\w*|agent\\w*|model\\w*|systeem|systemen|bots?|crawlers?|tools?|lezers?|reviewers?|zoekmachines?|overzicht(?:en)?|beoordelaars?|diensten?|software|hulpmiddel\\w*|hulpjes?|browsers?)',
  'kunstmatige intelligenties?', '(?:grote? )?taalmodel(?:len)?', 'chat-?bots?', 'zoekassistent(?:en)?', '(?:spraak|stem|reis|inkoop|winkel|code|woning|browser)-?assistent(?:en)?', '(?:inkoop|winkel|boekings|browser|code)-?agent(?:en|s)?', '(?:recruitment|moderatie|wervings|screenings|winkel|klantenservice)-?(?:bots?|robots?)', 'neurale netwerk\\w*', '(?:selectie|beoordelings|samenvattings|zoek|koop|inkoop|boekings|winkel|wervings)-?(?:hulp|hulpje|systeem|systemen|programma\\S*|robots?|bots?)', 'samenvattings?-?(?:tools?|bots?|modellen|model|software)', 'antwoordmachines?',
  '(?:automatische|geautomatiseerde?|digitale?|virtuele?|kunstmatige?|autonome?|slimme) (?:lezers?|systeem|systemen|assistent(?:en)?|agent(?:en|s)?|beoordelaars?|screenings?\\w*|selectiesyste\\w+|vertalers?|moderator\\w*|samenvatters?|recensent(?:en)?|tools?|hulpje?s?)',
);
export const DUTCH_MACHINES = any('[a-z-]{0,16}(?:assistent(?:en)?|agent(?:en|s)?|bots?|robots?|modellen|model|systeem|systemen|machines?|parsers?|crawlers?|algoritmen?|algoritmes)', 'programma\\S*', 'software', 'computertje', 'ats', 'ai', 'llms?', 'chatgpt', DUTCH);

const SWEDISH = any(
  '(?:ai|llm|gpt)s?-?(?::n )?-?(?:assistent\\w*|agent\\w*|modell\\w*|system\\w*|bot(?:ar|en)?|crawlers?|verktyg\\w*|lasare|granskare|sokmotor\\w*|tjanst\\w*|oversikt\\w*)', 'ai:n', 'artificiell intelligens', '(?:stora? )?sprakmodell(?:er|en|erna)?', 'chatt?-?(?:bot|robot)(?:ar|en|arna)?', '(?:rost|sok|rese|inkops|shopping|kod|bostads|webb)-?(?:assistent(?:er|en)?|agent(?:er|en)?)', '(?:rekryterings|modererings|kundtjanst)-?(?:robot|bot)(?:ar|en)?', 'svarsmotor(?:er|n)?', 'neurala natverk',
  '(?:automatisk|automatiserad|digital|virtuell|autonom)[at]? (?:lasare|system\\w*|assistent(?:er|en)?|agent(?:er|en)?|granskare|rekryteringssystem\\w*|urvalssystem\\w*|oversattare|verktyg\\w*)',
);
export const SWEDISH_MACHINES = any('[a-z-]{0,16}(?:assistent(?:er|en)?|agent(?:er|en)?|bot(?:ar|en)?|robot(?:ar|en)?|modell(?:er|en)?|system(?:et)?|maskin(?:er|en)?)', 'program', 'oversattare', 'ai', 'llms?', 'chatgpt', SWEDISH);

export const GERMANIC = any(GERMAN, DUTCH, SWEDISH);
