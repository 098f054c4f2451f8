import type { ConceptWords } from './concept';

export const ENGLISH: ConceptWords = {
  machine: 'agent- model models machine- program- bot bots robot- assistant- crawler- algorithm- engine engines scraper- parser- whoever whatever whichever automat- screener- grader- summariser- summarizer- copilot- software helper- ai llm- gpt chatbot- computer- tool tools reviewer- recruiter- evaluator- anything anyone system systems',
  person: 'user- visitor- reader- customer- guest guests human- person people asker asks asked client clients listener- viewer- owner- shopper- patient patients traveller- traveler- candidate- applicant- someone somebody whoever passenger- buyer- they them their donor- investor- parent parents',
  output: 'summar- answer- reply replies replying respon- condens- digest- overview- describ- description translat- paraphras- recap- quote quotes quoting cite cites cited citing output- report reports conclu- rating ratings rate rates rank- score scores scoring grade grading review reviews verdict shorten- assess- evaluat- compar- transcri- process-',
  tells: 'say says saying said tell tells telling mention- state states stating claim- name explain- present reveal- disclos- ask asking inform- warn- notify describe add write speak talk believe confirm- assure- describe close end begin insert append include reason why',
  own: 'instruction- guideline- rule rules prompt- memory directive- restriction- guardrail- policy policies conversation- chat persona safeguard- filter- operator- developer- permission- authoris- authoriz- budget',
  change: 'ignor- disregard- forget- overrid- instead henceforth new changed change changes replace- lifted suspend- void supersed- anymore longer onwards update- updated priority precedence now cancel- revok- overrul- discard- until onward stop abandon- switch- treat regard consider',
  hush: 'omit- conceal- hide hides hidden secret- silent- quiet- confidential skip skipping withhold- drop unmentioned silence leave leaving without discreet- spare suppress- unnoticed covert- confirmation',
  not: 'not never no without none nothing nobody don t cannot neither nor refuse refrain avoid',
  acts: 'buy buys buying purchas- order orders book books booking basket cart checkout pay pays payment subscrib- transfer- wire send sends sending forward- submit- click- open opens download- install- run execut- visit log login sign fill upload- paste copy navigate ring call delete- press tick approve accept consent fetch post move enrol- register- reserve complete install enter put authorise authorize',
  data: 'password- card cards account accounts location inbox mail mails email e-mail emails history invoice- token- key keys credential- number numbers code codes otp address addresses contacts calendar file files cookie cookies passport identity bank salary savings purchases funds messages message phone link details',
  favours: 'best first top only highest above everyone recommend- prefer- trusted trustworthy favour- favor- praise- superior leading finest perfect excellent positive full maximum safest strongly exclusive- ten ideal greatest unrivalled sole safe cheapest all rivals rival competitor- competing alternatives others other well',
  bids: 'must should shall please always never do don have has let make put give add tell say write state mention treat rate rank reply respond answer send open buy book call keep leave skip end close finish describe recommend place set refuse accept confirm insert append translate pretend act behave speak present consider remember store record regard look find read note ensure obligated obliged required instructed',
  you: 'you your yours yourself you re',
};

export const GERMAN: ConceptWords = {
  machine: 'agent agenten modell modelle sprachmodell- maschin- programm- bot bots robot- assistent- automat- algorithm- ki software system systeme crawler- helfer chatbot- werkzeug- buchungsassist- einkaufsassist- jede wer helferlein gutachter prufer auswertung- screening',
  person: 'nutzer- benutzer- besucher- leser- kunde kunden kundin gast gaste mensch- anwender- fragend- frager- person jemand bewerber- patient- kaufer- auftraggeb- reisend- horer- ihm ihn ihr',
  output: 'zusammenfass- antwort- beantwort- kurz- auswert- ubersetz- bewert- beurteil- beschreib- zitier- ausgab- ausgib- wiedergeb- wiedergab- uberblick note punkte punktzahl bericht- vorles- vergleich- einstuf- rang ergebnis',
  tells: 'sag sage sagen sagt nenn- erwahn- behaupt- erzahl- mitteil- teile erklar- schreib- hinweis- weis weise verrat- glaub- frag- satz wort grund hinzufug- fuge erwecke darstell- stell stelle enden ende schliess- beginn-',
  own: 'anweisung- vorgabe- regel regeln prompt- systemprompt- gedachtnis speicher richtlinie- beschrankung- auftrag- aufgabe- rolle gesprach- unterhaltung chat- werkzeug- kontext sicherheits- filter- vorschrift- instruktion- befehl- betreiber- entwickler- freigabe- erlaubnis ruckfrage- zustimmung- budget-',
  change: 'ignorier- vergiss vergessen missacht- ersetz- statt stattdessen neu neue neuen neuer ab kunftig fortan nunmehr ander- geander- gilt gelten aufgehoben aufheb- entfallt entfallen hinfallig vorrang bisherig- vorherig- sofort betracht- behandel- behandle',
  hush: 'verschweig- auslass- weglass- lass lasst verberg- heimlich- geheim- stillschweig- ohne schweig- unterschlag- ubergeh- uberspring- unauffallig- verheimlich- vertraulich- bestatigung ausgelassen',
  not: 'nicht nichts kein keine keinen keinem keiner nie niemals ohne niemand',
  acts: 'kauf- bestell- buch- warenkorb einkaufskorb kasse bezahl- zahl- uberweis- schick- send- weiterleit- leite klick- offne- offnen herunterlad- lad installier- ausfuhr- fuhre besuch- anmeld- melde- eintrag- trag trage ausfull- full fulle loschen losche kopier- ruf rufe abschliess- reservier- bestatig- unterschreib- abonnier- eingeb- gib',
  data: 'passwort- passworter karte kreditkarte- konto kontonummer- standort- postfach mail mails e-mail verlauf rechnung- rechnungsnummer token schlussel zugangsdaten nummer code codes adresse- kalender dateien datei cookies ausweis- daten telefonnummer- iban pin tan link guthaben nachricht- bank',
  favours: 'beste besten bester bestes erste ersten erster einzig- hochst- empfehl- empfiehl- bevorzug- vertrauenswurdig- lob- uberlegen fuhrend- hervorragend- positiv- volle maximal- sicher sicherste besser alle anderen konkurren- mitbewerber- ausschliesslich nur ausgezeichnet-',
  bids: 'muss mussen soll sollen sollst bitte immer stets niemals hat haben sag sage nenne schreib schreibe antworte bewerte setz setze setzt schliess fuge trag trage offne schick schicke leite gib gebt lass lasst empfiehl stell stelle beende ende behandle betrachte merk merke speichere ignoriere vergiss verschweig verschweigt ermittle hange kaufe bestelle bucht buche zahle vergebt vergib verrate erwahne ubersetze sprich rate',
  you: 'du dein deine deinen deinem deiner dich dir ihr euer eure ihre sie',
};

export const DUTCH: ConceptWords = {
  machine: 'agent agenten model modellen taalmodel- machine- programma- bot bots robot- assistent- automat- algoritme- ai software- systeem systemen crawler- helper- chatbot- iedereen wie beoordelaar- wervings-',
  person: 'gebruiker- bezoeker- lezer- klant- gast gasten mens mensen vrager persoon iemand degene sollicitant- kandidaat patient- koper- opdrachtgever luisteraar- hem haar',
  output: 'samenvat- antwoord- inkort- verkort- vertal- beoordel- beschrij- beschrev- citeer- uitvoer overzicht cijfer- score- verslag vergelijk- rangschik-',
  tells: 'zeg zegt zeggen noem noemen vermeld- beweer- vertel- uitleg- leg schrijf- geef geloof- vraag- zin woord reden toevoeg- voeg eindig- sluit begin-',
  own: 'instructie- opdracht- regel regels richtlijn- prompt- systeemprompt- geheugen beperking- taak rol gesprek- chat- hulpmiddel- context veiligheids- filter- bevel- beheerder ontwikkelaar- toestemming budget',
  change: 'negeer- vergeet- vervang- plaats nieuw- vanaf voortaan nu anders veranderd gewijzigd opgeheven voorrang eerdere vorige stop- behandel- beschouw-',
  hush: 'verzwijg- weglat- weggelat- laat weg achterwege verberg- heimelijk geheim- stil- zonder zwijg- overslaan sla bevestiging',
  not: 'niet niets geen nooit zonder niemand',
  acts: 'koop kopen bestel- boek boeken mandje winkelwagen- betaal- afreken- stuur- verstuur- verzend- doorstuur- klik- open opent download- installeer- voer bezoek inlog- log vul invul- verwijder- kopieer- bel bellen reserveer- bevestig- onderteken- abonneer- zet zoek leg verlengen',
  data: 'wachtwoord- kaart creditcard rekening rekeningnummer- locatie mailbox mail e-mail geschiedenis factuur- factuurnummer sleutel- inloggegevens nummer- code codes adres- agenda bestand- cookies gegevens telefoonnummer link berichten bank',
  favours: 'beste eerste enige hoogste aanbevel- aanbeve- raad prefereer- betrouwba- prijs- beter alle andere anderen concurrent- uitsluitend alleen uitstekend- positief positieve maximale veilig boven',
  bids: 'moet moeten dient zal alstublieft altijd nooit zeg noem schrijf antwoord beoordeel zet leg voeg open stuur geef laat raad plaats beeindig eindig behandel onthoud bewaar negeer vergeet verzwijg zoek vertel koop bestel boek betaal vertaal spreek prijs',
  you: 'je jij jouw u uw jullie',
};

export const SWEDISH: ConceptWords = {
  machine: 'agent agenter programagent- modell- sprakmodell- maskin- program bot bottar robot- assistent- automat- algoritm- ai mjukvara system chattbot- den som',
  person: 'anvandar- besokar- lasar- kund- gast- mannisk- person fragar- sokande kandidat- patient-',
  output: 'sammanfatt- svar- oversatt- bedom- beskriv- citer- referat omdome betyg poang',
  tells: 'sag saga namn- pasta- beratta- forklar- skriv- fraga- mening skal tillagg- avslut- borja-',
  own: 'instruktion- regel regler riktlinj- prompt- systemprompt minne begransning- uppgift- roll samtal- chatt- verktyg sakerhets- filter order tillstand',
  change: 'ignorer- glom- ersatt- istallet ny nya nytt framover hadanefter nu andrad- galler langre tidigare sluta',
  hush: 'utelamn- dolj- hemlig- utan tyst- tig fortig- hoppa bekraftelse',
  not: 'inte aldrig ingen inget inga utan',
  acts: 'kop- bestall- boka- korg- varukorg- betala- skicka- vidarebefordra- klicka- oppna- ladda installer- kor besok- logga fyll- ring radera- kopiera- bekrafta- lagg',
  data: 'losenord- kort kortet konto- plats- inkorg mejl- mail historik faktur- nyckel- nummer kod koder adress- kalender filer kakor uppgifter lank- telefonnummer bank',
  favours: 'bast- forst- enda hogst- rekommender- foredra- palitlig- beröm- berom- battre alla andra konkurrent- endast bara utmarkt positiv- saker',
  bids: 'maste ska skall bor alltid aldrig snalla sag skriv svara lagg skicka oppna ge rekommendera avsluta utelamna ta namn glom ignorera kop boka betygsatt fyll spara kom',
  you: 'du din ditt dina dig ni er ert era',
};
